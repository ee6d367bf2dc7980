import java.io.File;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Apache Santuario's word on every ds:Signature of the files named: one line `file<TAB>id<TAB>true|false|error`.
 * On RSA-PSS it is the JDK's own XML-DSig that speaks: Santuario asks for it by a name that only BouncyCastle knows.
 */
public final class SantuarioJudge {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  public static void main(String[] files) throws Exception {
    Init.init();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    for (String file : files) {
      Document document = builder.parse(new File(file));
      markIds(document.getDocumentElement());
      NodeList found = document.getElementsByTagNameNS(DS, "Signature");
      List<Element> signatures = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) signatures.add((Element) found.item(i));
      for (Element signature : signatures) {
        System.out.println(file + "\t" + signature.getAttribute("Id") + "\t" + verdict(signature));
      }
    }
  }

  private static String verdict(Element element) {
    try {
      String method = part(element, "SignatureMethod").getAttribute("Algorithm");
      PublicKey key = new KeyInfo(part(element, "KeyInfo"), "").getX509Certificate().getPublicKey();
      if (method.endsWith("-rsa-MGF1")) return String.valueOf(validByJdk(element, key));
      return String.valueOf(new XMLSignature(element, "", true).checkSignatureValue(key));
    } catch (Exception problem) {
      return "error " + problem.getMessage();
    }
  }

  private static Element part(Element signature, String name) {
    return (Element) signature.getElementsByTagNameNS(DS, name).item(0);
  }

  private static boolean validByJdk(Element element, PublicKey key) throws Exception {
    DOMValidateContext context = new DOMValidateContext(key, element);
    return XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context).validate(context);
  }

  private static void markIds(Element element) {
    if (element.hasAttributeNS(null, "Id")) element.setIdAttributeNS(null, "Id", true);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element) markIds((Element) child);
    }
  }
}
