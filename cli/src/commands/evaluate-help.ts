/** `hocba help evaluate` */
export const evaluateHelp = `hocba evaluate: xét kết quả năm học theo TT27/2020 và TT22/2021, không cần mạng

Cách dùng: hocba evaluate --input TỆP [--output TỆP] [--cores SỐ]

  --input        tệp JSON Lines: mỗi dòng là một năm học của một học sinh; dấu - là đầu vào chuẩn
  --output       tệp kết quả, mỗi dòng một đối tượng JSON, đúng thứ tự; mặc định in ra màn hình
  --cores        số nhân tính toán dùng cùng lúc, mặc định là mọi nhân của máy

Từng trường của dòng vào và dòng ra: docs/formats/evaluate.md. Dòng sai cho một dòng lỗi nêu đủ các chỗ sai,
các dòng khác vẫn được xét.

Mã thoát: 0 mọi dòng đọc được và dữ liệu không có lỗi, 1 có dòng không đọc được, 2 có dòng dữ liệu trái quy định,
64 sai cách dùng, 74 không đọc hết được tệp vào hoặc không ghi được kết quả. Nhiều dòng: lấy mã 1 trước mã 2.
`;
