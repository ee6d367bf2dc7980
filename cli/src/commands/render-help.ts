/** `hocba help render` */
export const renderHelp = `hocba render: dựng bản thể hiện PDF/A của học bạ số từ tệp XML, không cần mạng

Cách dùng: hocba render TỆP.xml… --out BẢN_IN.pdf [--lookup ĐỊA_CHỈ]

  TỆP.xml        một tệp: học bạ của một năm học; nhiều tệp của một học sinh cùng cấp học: cả cuốn học bạ
  --out          tệp PDF sẽ ghi; không ghi đè tệp đã có
  --lookup       địa chỉ tra cứu in trước mã tra cứu, ví dụ https://tracuu.example/h/

Chỉ dựng từ tệp đúng định dạng, viết y như phần mềm ghi ra, mọi chữ ký còn khớp nội dung; chữ ký có đáng tin hay không, hãy dùng “hocba verify”.
Bản dựng lại của một năm học trùng từng byte với bản PDF trường đã phát hành, trước con dấu số.

Mã thoát: 0 đã dựng, 3 có tệp không dùng được, 64 sai cách dùng.
`;
