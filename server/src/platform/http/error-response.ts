import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../app-error.ts';

/** One shape for every refusal: `{ code, sentence, problems }`. A fault says nothing of its inside. */
export function answerError(error: Error | FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof AppError) {
    return reply.status(error.status).send({ code: error.code, sentence: error.sentence, problems: error.problems });
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
  return reply.status(status).send({ code: codeOf(error, status), sentence: sentenceOf(error, status), problems: [] });
}

function codeOf(error: Error | FastifyError, status: number): string {
  if (status >= 500) return 'fault';
  return 'code' in error && typeof error.code === 'string' ? error.code.toLowerCase() : 'refused';
}

function sentenceOf(error: Error | FastifyError, status: number): string {
  const code = 'code' in error ? error.code : '';
  if (status === 429) return 'Quá nhiều yêu cầu trong thời gian ngắn. Vui lòng chờ một phút rồi thử lại.';
  if (code === 'FST_REQ_FILE_TOO_LARGE' || status === 413)
    return 'Tệp lớn hơn mức hệ thống nhận. Hãy kiểm tra lại tệp đã chọn (bảng tính: tối đa 20 MB).';
  if (code.startsWith('FST_CSRF')) return 'Phiên làm việc đã thay đổi. Hãy tải lại trang rồi thực hiện lại.';
  if (status === 400) return 'Yêu cầu không đúng định dạng. Hãy tải lại trang; nếu vẫn lỗi, báo quản trị hệ thống.';
  if (status === 404) return 'Không tìm thấy trang hoặc dữ liệu này.';
  if (status < 500) return 'Yêu cầu bị từ chối.';
  return 'Hệ thống gặp lỗi khi xử lý. Dữ liệu chưa bị thay đổi; hãy thử lại sau ít phút.';
}
