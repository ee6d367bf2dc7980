import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;

/**
 * EU DSS's word on every signature of the files named: one line `file<TAB>id<TAB>indication<TAB>format`. The first
 * argument names a folder whose certificates (DER) are all trusted. Nothing is fetched.
 */
public final class DssJudge {
  public static void main(String[] arguments) throws Exception {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    for (File file : new File(arguments[0]).listFiles()) trusted.addCertificate(DSSUtils.loadCertificate(file));
    for (int i = 1; i < arguments.length; i++) {
      CommonCertificateVerifier verifier = new CommonCertificateVerifier();
      verifier.setTrustedCertSources(trusted);
      verifier.setAIASource(null);
      SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(arguments[i]));
      validator.setCertificateVerifier(verifier);
      SimpleReport report = validator.validateDocument().getSimpleReport();
      for (String id : report.getSignatureIdList()) {
        System.out.println(arguments[i] + "\t" + id + "\t" + report.getIndication(id) + "\t" + report.getSignatureFormat(id));
      }
    }
  }
}
