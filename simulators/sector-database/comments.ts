import type { PrimarySubject } from '@hocba/record';
import type { QualityLetter, SubjectLetter } from './school-data.ts';
import type { SeededRandom } from './seeded-random.ts';
import { subjectPhrases } from './subject-phrases.ts';

/** A comment on one subject as a teacher writes it, fitting the level. */
export function subjectComment(random: SeededRandom, subject: PrimarySubject, level: SubjectLetter): string {
  const phrases = subjectPhrases[subject];
  const advice = random.pick(phrases.advice);
  if (level === 'T') {
    const [first, second] = pickTwo(random, phrases.strong);
    return random.pick([
      `Em ${first}; ${second}.`,
      `${capitalise(first)}. Em tiếp tục phát huy nhé!`,
      `Em ${first}. Có tiến bộ rõ trong học kì II.`,
      `Em ${first}, ${second}. Cần ${advice}.`,
    ]);
  }
  if (level === 'H') {
    const [first, second] = pickTwo(random, phrases.steady);
    return random.pick([
      `Em ${first}; cần ${advice}.`,
      `Em ${first}, ${second}. Cần ${advice}.`,
      `${capitalise(first)}. Em cần ${advice}.`,
      `Em có cố gắng, ${first}. Em cần ${advice}.`,
    ]);
  }
  return `Em ${random.pick(phrases.weak)}. Cần ${advice}; giáo viên và gia đình phối hợp kèm thêm.`;
}

/** For a subject tried out without level or score (English in grades 1 and 2). */
export function introductoryComment(random: SeededRandom): string {
  return random.pick([
    'Em làm quen tốt với các từ vựng đơn giản, thích hát tiếng Anh.',
    'Em tham gia vui vẻ các trò chơi, nhắc lại được từ đã nghe.',
    'Em nghe và làm theo được các câu lệnh ngắn trong lớp.',
    'Em bước đầu làm quen với tiếng Anh, cần mạnh dạn nói hơn.',
  ]);
}

export function qualitiesComment(random: SeededRandom, level: QualityLetter): string {
  if (level === 'T') {
    return random.pick([
      'Em ngoan, lễ phép, yêu quý thầy cô và bạn bè; trung thực trong học tập.',
      'Chăm học, chăm làm; biết giữ gìn của công và giúp đỡ bạn.',
      'Em có trách nhiệm với việc được giao, đoàn kết với bạn bè.',
      'Em kính trọng thầy cô, thật thà, mạnh dạn nhận lỗi khi mắc lỗi.',
    ]);
  }
  return random.pick([
    'Em ngoan, biết vâng lời; cần chăm chỉ hơn trong học tập.',
    'Em hòa đồng với bạn bè; cần tự giác hoàn thành nhiệm vụ được giao.',
    'Em biết giữ vệ sinh trường lớp; cần mạnh dạn hơn khi phát biểu.',
  ]);
}

export function generalCompetencesComment(random: SeededRandom, level: QualityLetter): string {
  if (level === 'T') {
    return random.pick([
      'Em biết tự học, hợp tác tốt với bạn và tự tin trình bày ý kiến.',
      'Có khả năng tự giải quyết vấn đề; biết chia sẻ và lắng nghe.',
      'Em tự giác học tập, giao tiếp tự tin, có nhiều ý tưởng sáng tạo.',
    ]);
  }
  return random.pick([
    'Em biết tự chuẩn bị đồ dùng học tập; cần mạnh dạn hơn khi giao tiếp.',
    'Em biết hợp tác trong nhóm; cần chủ động hơn khi gặp việc khó.',
    'Em có ý thức tự học; cần sự nhắc nhở của thầy cô và gia đình.',
  ]);
}

export function specificCompetencesComment(random: SeededRandom, level: QualityLetter): string {
  if (level === 'T') {
    return random.pick([
      'Ngôn ngữ và tính toán tốt; em có khả năng thẩm mĩ và vận động nhanh nhẹn.',
      'Em diễn đạt rõ ràng, tính toán nhanh, ham hiểu biết khoa học.',
      'Em vận dụng tốt kiến thức đã học vào thực tế.',
    ]);
  }
  return random.pick([
    'Em diễn đạt được ý của mình; cần rèn thêm kĩ năng tính toán.',
    'Em có năng lực thể chất khá; cần luyện thêm đọc và viết.',
    'Em nắm được kiến thức cơ bản; cần vận dụng nhiều hơn.',
  ]);
}

/** A comment of exactly `length` characters: a teacher who has a lot to say. */
export function longComment(random: SeededRandom, length: number): string {
  const sentences: string[] = [];
  while (sentences.join(' ').length < length)
    sentences.push(subjectComment(random, 'vietnamese', random.pick(['T', 'H'])));
  return sentences
    .join(' ')
    .slice(0, length - 3)
    .trimEnd()
    .padEnd(length, '.');
}

function pickTwo(random: SeededRandom, phrases: readonly string[]): readonly [string, string] {
  const first = random.pick(phrases);
  return [first, random.pick(phrases.filter((phrase) => phrase !== first))];
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
