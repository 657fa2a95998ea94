import { escaped } from './escaped.ts';
import type { Envelope } from './mail-text.ts';
import type { Named, Notice } from './notice.ts';
import { wordsIn } from './words/words.ts';

/** Mail programs know tables and the attribute `style`; what else they know only makes it nicer. */
const PAPER = 'margin:0;padding:0;background:#f4f0e8;color:#2b2622';
const FONT = "font-family:-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',sans-serif";
const CARD = `width:100%;max-width:560px;background:#ffffff;border-radius:12px;${FONT};font-size:16px;line-height:1.6`;
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:8px;background:#9c3d2e;color:#ffffff;font-weight:600;text-decoration:none';
const SMALL = 'font-size:13px;color:#6b625a';
const DARK =
  '@media (prefers-color-scheme:dark){body{background:#1d1a17!important}.card{background:#2b2622!important;color:#f4f0e8!important}.small{color:#b5aba1!important}}';

/** A notice as a mail in HTML: one card that is as wide as the screen allows. */
export const htmlOf = (notice: Notice, { to, origin, unsubscribe, popular }: Envelope): string => {
  const { language, title, things, lines, button, link } = notice;
  const words = wordsIn(language);
  const inside = [
    `<p style="margin:0 0 24px;font-size:18px;font-weight:700;letter-spacing:.04em">Bunko <span lang="ja">文庫</span></p>`,
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escaped(title)}</h1>`,
    paragraph([words.greeting(to.name)]),
    listOf(things, origin),
    paragraph(lines),
    `<p style="margin:24px 0"><a href="${escaped(origin + link)}" style="${BUTTON}">${escaped(button)}</a></p>`,
    ...(popular.length === 0 ? [] : [heading(words.popular), listOf(popular, origin)]),
    paragraph([words.goodbye]),
    `<p class="small" style="margin:24px 0 0;${SMALL}">${escaped(words.because)}<br><a href="${escaped(unsubscribe)}" style="color:inherit">${escaped(words.unsubscribe)}</a></p>`,
  ];
  return page(language, title, inside.join('\n'));
};

const page = (language: string, title: string, inside: string): string =>
  [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title><style>${DARK}</style></head>`,
    `<body style="${PAPER}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>`,
    '<td align="center" style="padding:24px 12px">',
    `<table role="presentation" class="card" cellpadding="0" cellspacing="0" style="${CARD}"><tr><td style="padding:32px 28px">`,
    inside,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n');

const paragraph = (lines: readonly string[]): string =>
  `<p style="margin:0 0 16px">${lines.map(escaped).join('<br>')}</p>`;

const heading = (text: string): string => `<h2 style="margin:24px 0 8px;font-size:16px">${escaped(text)}</h2>`;

const listOf = (things: readonly Named[], origin: string): string => {
  if (things.length === 0) return '';
  const items = things.map(
    ({ title, link }) => `<li><a href="${escaped(origin + link)}" style="color:inherit">${escaped(title)}</a></li>`,
  );
  return `<ul style="margin:0 0 16px;padding:0 0 0 20px">${items.join('')}</ul>`;
};
