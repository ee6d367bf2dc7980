/** Under a table that shows two results, what the second one is. @law TT27/2020 Đ11 */
export const supplementaryNote = 'ĐGBS: kết quả sau khi đánh giá bổ sung (Điều 11, Thông tư 27/2020/TT-BGDĐT).';
