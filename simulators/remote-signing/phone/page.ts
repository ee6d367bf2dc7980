/** Text safe inside HTML and attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#eef2f6;color:#16202b;font:17px/1.5 "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:430px;min-height:100vh;margin:0 auto;padding:20px 18px 32px;background:#fff}
header{display:flex;justify-content:space-between;align-items:center;margin:-20px -18px 18px;padding:12px 18px;background:#0b5cad;color:#fff;font-size:15px}
header form{margin:0}header button{width:auto;min-height:36px;margin:0;padding:4px 12px;background:transparent;color:#fff;border:1px solid #ffffff99;font-size:14px;font-weight:400}
h1{font-size:22px;line-height:1.3;margin:0 0 12px}
h2{font-size:18px;line-height:1.35;margin:0 0 4px}
label{display:block;margin:14px 0;font-weight:600}
input{display:block;width:100%;margin-top:6px;padding:12px;font:inherit;border:1px solid #8593a3;border-radius:8px}
button{width:100%;min-height:52px;margin-top:10px;padding:10px;border-radius:10px;border:1px solid transparent;font:inherit;font-weight:600;cursor:pointer}
.yes{background:#0b5cad;color:#fff}.no{background:#fff;color:#a3150f;border-color:#a3150f}
:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
.problem{padding:12px;border-radius:8px;background:#fdecea;color:#8a120d}.done{padding:12px;border-radius:8px;background:#e6f4ea;color:#14532d}
.request{border:1px solid #c5ced8;border-radius:12px;padding:16px;margin:16px 0}
.asker{color:#475566;font-size:15px;margin:0 0 10px}
.count{font-size:30px;font-weight:700;line-height:1.2;margin:10px 0 0}
ol{margin:8px 0;padding:8px 8px 8px 46px;max-height:250px;overflow:auto;border:1px solid #dde3ea;border-radius:8px;font-size:15px;background:#fafbfc}
ol li{padding:3px 0}
.root{font:15px/1.6 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;margin:4px 0 0}
.quiet{color:#475566;font-size:15px}.pair{display:grid;grid-template-columns:1fr 1fr;gap:10px}
`;

/** One page of the phone, in Vietnamese; without script. `refresh`: the path it goes to by itself every 5 seconds. */
export function page(content: { readonly title: string; readonly body: string; readonly refresh?: string }): string {
  const refresh =
    content.refresh === undefined ? '' : `<meta http-equiv="refresh" content="5; url=${escapeHtml(content.refresh)}">`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(content.title)}</title>${refresh}<link rel="icon" href="/logo.svg"><style>${STYLE}</style></head>
<body><main>${content.body}</main></body></html>`;
}
