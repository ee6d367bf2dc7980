/** Tư cách ký: how a signature stands for the head's. @law NĐ30/2020 Đ13 */
export const signingCapacities = [
  { id: 'asHead', label: 'Ký với tư cách người đứng đầu', code: '' },
  { id: 'forHead', label: 'Ký thay', code: 'KT.' },
  { id: 'byOrder', label: 'Thừa lệnh', code: 'TL.' },
  { id: 'byDelegation', label: 'Thừa uỷ quyền', code: 'TUQ.' },
] as const;

/** Tư cách ký. */
export type SigningCapacity = (typeof signingCapacities)[number]['id'];
