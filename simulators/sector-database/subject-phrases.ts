import type { PrimarySubject } from '@hocba/record';

/** What a teacher says of a subject: what goes well, what does not yet, each fitting after "em". */
export interface SubjectPhrases {
  readonly strong: readonly string[];
  readonly steady: readonly string[];
  readonly weak: readonly string[];
  /** Fits after "cần". */
  readonly advice: readonly string[];
}

export const subjectPhrases: Readonly<Record<PrimarySubject, SubjectPhrases>> = {
  vietnamese: {
    strong: [
      'đọc to, rõ ràng, diễn cảm',
      'viết chữ đẹp, đúng chính tả',
      'có vốn từ phong phú, đặt câu giàu hình ảnh',
      'hiểu nội dung bài đọc và trả lời câu hỏi rất tốt',
    ],
    steady: [
      'đọc khá trôi chảy',
      'viết đúng chính tả các tiếng thường gặp',
      'nắm được nội dung chính của bài đọc',
      'biết viết câu đủ ý',
    ],
    weak: ['đọc còn chậm, phải đánh vần nhiều tiếng', 'viết còn sai nhiều lỗi chính tả', 'chưa viết được câu trọn ý'],
    advice: [
      'luyện đọc thêm ở nhà mỗi ngày',
      'rèn chữ viết và chú ý dấu thanh',
      'đọc thêm truyện để mở rộng vốn từ',
      'viết bài dài và đủ ý hơn',
    ],
  },
  mathematics: {
    strong: [
      'tính toán nhanh, chính xác',
      'nắm chắc kiến thức, giải toán có lời văn rất tốt',
      'có tư duy tốt, biết tìm nhiều cách giải',
      'vận dụng tốt các phép tính vào thực tế',
    ],
    steady: [
      'thực hiện được các phép tính cơ bản',
      'biết giải bài toán có lời văn đơn giản',
      'nắm được kiến thức đã học',
      'nhận biết được các hình đã học',
    ],
    weak: ['tính còn chậm và hay nhầm', 'chưa biết cách giải toán có lời văn', 'chưa thuộc bảng tính đã học'],
    advice: [
      'cẩn thận hơn khi tính toán',
      'ôn lại bảng cộng trừ, nhân chia',
      'luyện thêm dạng toán có lời văn',
      'đọc kĩ đề trước khi làm bài',
    ],
  },
  foreignLanguage: {
    strong: [
      'phát âm chuẩn, tự tin giao tiếp',
      'nhớ từ vựng tốt, nghe hiểu nhanh',
      'vận dụng linh hoạt các mẫu câu đã học',
    ],
    steady: ['nhớ được từ vựng cơ bản', 'nghe và nhắc lại được các mẫu câu', 'tham gia các hoạt động nhóm khá tốt'],
    weak: ['chưa nhớ được từ vựng của bài', 'còn rụt rè, ngại nói trước lớp'],
    advice: ['luyện nói nhiều hơn', 'học thuộc từ vựng sau mỗi bài', 'nghe thêm bài hát, đoạn hội thoại ngắn'],
  },
  historyGeography: {
    strong: [
      'nhớ và kể lại được các sự kiện lịch sử',
      'sử dụng bản đồ, lược đồ thành thạo',
      'ham tìm hiểu về lịch sử, địa lí quê hương',
    ],
    steady: ['nắm được các nội dung chính đã học', 'biết đọc bản đồ đơn giản', 'kể được tên một số nhân vật lịch sử'],
    weak: ['chưa nhớ được các mốc sự kiện chính', 'chưa biết đọc bản đồ, lược đồ'],
    advice: ['ghi nhớ các mốc thời gian quan trọng', 'tập quan sát bản đồ', 'tìm hiểu thêm về địa phương em'],
  },
  science: {
    strong: [
      'thích khám phá, giải thích được nhiều hiện tượng',
      'làm thí nghiệm cẩn thận, rút ra kết luận đúng',
      'vận dụng tốt kiến thức vào cuộc sống',
    ],
    steady: ['nắm được kiến thức cơ bản', 'biết quan sát và nêu nhận xét', 'tham gia thí nghiệm cùng nhóm'],
    weak: ['chưa nắm được kiến thức trọng tâm', 'chưa nêu được kết luận sau khi quan sát'],
    advice: ['mạnh dạn nêu câu hỏi', 'quan sát kĩ hơn khi làm thí nghiệm', 'ôn lại nội dung chính sau mỗi chủ đề'],
  },
  informatics: {
    strong: ['sử dụng máy tính thành thạo', 'gõ bàn phím đúng cách, soạn thảo nhanh', 'tạo được sản phẩm số sáng tạo'],
    steady: ['biết sử dụng chuột và bàn phím', 'thực hành được theo hướng dẫn', 'biết các bộ phận của máy tính'],
    weak: ['thao tác máy tính còn lúng túng', 'chưa hoàn thành bài thực hành'],
    advice: ['luyện gõ mười ngón', 'thực hành thêm', 'chú ý nghe hướng dẫn trước khi làm'],
  },
  technology: {
    strong: [
      'làm sản phẩm đẹp, khéo tay',
      'biết sử dụng an toàn các đồ dùng công nghệ',
      'có nhiều ý tưởng khi làm sản phẩm',
    ],
    steady: [
      'hoàn thành sản phẩm theo mẫu',
      'nhận biết được các đồ dùng công nghệ trong gia đình',
      'biết làm việc theo quy trình',
    ],
    weak: ['chưa hoàn thành sản phẩm theo yêu cầu', 'còn lúng túng khi dùng dụng cụ'],
    advice: ['tỉ mỉ hơn khi làm sản phẩm', 'chuẩn bị đủ đồ dùng học tập', 'chú ý an toàn khi sử dụng dụng cụ'],
  },
  ethics: {
    strong: [
      'lễ phép, biết giúp đỡ bạn bè',
      'thực hiện tốt các hành vi đạo đức đã học',
      'trung thực, có trách nhiệm với việc được giao',
    ],
    steady: ['biết chào hỏi, vâng lời thầy cô', 'nắm được nội dung các bài học', 'biết nhận lỗi và sửa lỗi'],
    weak: ['chưa thực hiện đúng nội quy lớp học'],
    advice: ['mạnh dạn bày tỏ ý kiến', 'hòa nhã hơn với bạn bè', 'thực hiện đều đặn những điều đã học'],
  },
  natureSociety: {
    strong: [
      'quan sát tinh tế, trình bày rõ ràng',
      'hiểu biết tốt về tự nhiên và xã hội xung quanh',
      'biết giữ vệ sinh và bảo vệ môi trường',
    ],
    steady: [
      'nắm được nội dung bài học',
      'biết kể về gia đình, trường lớp',
      'nhận biết được cây cối, con vật quen thuộc',
    ],
    weak: ['chưa kể được những điều đã quan sát'],
    advice: ['quan sát kĩ hơn', 'chia sẻ nhiều hơn trong nhóm', 'tìm hiểu thêm về môi trường quanh em'],
  },
  physicalEducation: {
    strong: ['thực hiện tốt các động tác', 'tích cực tập luyện, nhanh nhẹn', 'có năng khiếu vận động'],
    steady: ['thực hiện đúng các động tác cơ bản', 'tham gia trò chơi vận động đầy đủ', 'có ý thức rèn luyện thân thể'],
    weak: ['thực hiện động tác còn chưa đúng'],
    advice: ['tập luyện thường xuyên hơn', 'phối hợp tay chân nhịp nhàng hơn', 'tự giác khi tập luyện'],
  },
  music: {
    strong: ['hát đúng giai điệu, tự tin biểu diễn', 'có năng khiếu âm nhạc', 'gõ đệm đúng nhịp, cảm thụ tốt'],
    steady: ['hát đúng lời ca', 'biết hát kết hợp vỗ tay theo nhịp', 'tham gia hoạt động âm nhạc vui vẻ'],
    weak: ['chưa thuộc lời bài hát'],
    advice: ['mạnh dạn biểu diễn trước lớp', 'hát rõ lời hơn', 'luyện gõ đệm theo nhịp'],
  },
  fineArts: {
    strong: ['vẽ đẹp, phối màu hài hòa', 'sáng tạo trong tạo hình', 'biết chia sẻ cảm nhận về sản phẩm'],
    steady: ['hoàn thành sản phẩm mĩ thuật', 'biết vẽ và tô màu theo chủ đề', 'biết sử dụng vật liệu sẵn có'],
    weak: ['chưa hoàn thành sản phẩm mĩ thuật'],
    advice: ['mạnh dạn dùng màu sắc', 'sắp xếp hình vẽ cân đối hơn', 'hoàn thành bài đúng thời gian'],
  },
  experientialActivities: {
    strong: [
      'tích cực tham gia mọi hoạt động',
      'biết tổ chức, điều khiển nhóm',
      'tự tin giới thiệu bản thân và chia sẻ ý kiến',
    ],
    steady: ['tham gia đầy đủ các hoạt động của lớp', 'biết hợp tác với bạn', 'thực hiện được việc tự phục vụ'],
    weak: ['còn nhút nhát, ít tham gia hoạt động chung'],
    advice: ['mạnh dạn hơn trong hoạt động tập thể', 'chủ động nhận nhiệm vụ', 'chia sẻ nhiều hơn với bạn'],
  },
  ethnicLanguage: {
    strong: ['đọc, viết tốt chữ Khơ-me', 'giao tiếp tự tin bằng tiếng Khơ-me', 'nhớ vần nhanh, viết chữ rõ ràng'],
    steady: ['đọc được các vần đã học', 'viết được chữ cái và từ đơn giản', 'nghe hiểu được câu ngắn'],
    weak: ['chưa nhớ hết các chữ cái đã học'],
    advice: ['luyện viết chữ thêm ở nhà', 'luyện đọc cùng bạn', 'dùng tiếng Khơ-me trong giao tiếp hằng ngày'],
  },
};
