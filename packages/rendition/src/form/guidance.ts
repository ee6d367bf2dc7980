/** Trang hướng dẫn: the same for every pupil of a form. */
export interface GuidanceView {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
}
