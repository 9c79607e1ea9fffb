/** The sheet of the HTML file, made of a house style. Nothing is loaded from anywhere. */
import type { HouseStyle } from '../../../shared/publication/house-style.ts';

/** CSS for screen and print; margin quotes stand beside the text where there is room. */
export function css(house: HouseStyle): string {
  const { colours, sizes, fonts } = house;
  const em = (points: number) => `${(points / sizes.body).toFixed(3)}em`;
  const serif = (name: string) => `"${name.replace(/["\\]/g, '')}", Georgia, "Times New Roman", serif`;
  return `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: ${colours.ink}; font: 1.0625rem/${(sizes.leading / sizes.body).toFixed(3)} ${serif(fonts.text)}; }
main, .cover, .marking, footer { max-width: 36rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4, h5 { font-family: ${serif(fonts.heading)}; line-height: 1.22; margin: 2em 0 .5em; }
h1 { font-size: ${em(sizes.title)}; margin: 0 0 .4em; } h2 { font-size: ${em(sizes.h1)}; } h3 { font-size: ${em(sizes.h2)}; } h4 { font-size: ${em(sizes.h3)}; } h5 { font-size: 1em; font-style: italic; font-weight: 400; }
p { margin: 0 0 .65em; } a { color: ${colours.accent}; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
.marking { text-align: center; font-weight: 700; font-size: ${em(sizes.small)}; letter-spacing: .08em; padding: 1rem; }
.marking.confidential { color: ${colours.confidential}; } .marking.strict { color: ${colours.strict}; }
.cover { padding-top: 4rem; padding-bottom: 2rem; } .cover img { height: 3rem; margin-inline-end: 1.5rem; } .cover p { margin: 0 0 .2em; }
.kind { color: ${colours.accent}; font-size: ${em(sizes.h2)}; } .subtitle { font-size: ${em(sizes.h2)}; font-style: italic; color: ${colours.quiet}; }
.coverlabel { margin-top: 1.5em !important; } .coverlabel, .disclaimer, .credit, .portion, .dateline, figcaption, .imprint { color: ${colours.quiet}; }
dl.meta { display: grid; grid-template-columns: 7em 1fr; gap: .2em 1em; } dl.meta dt { color: ${colours.quiet}; } dl.meta dd { margin: 0; }
nav ol { list-style: none; padding: 0; } nav ol ol { padding-inline-start: 1.5em; } nav a { text-decoration: none; }
.numbered, .subitems li, .bullets li { padding-inline-start: 2.35em; }
.number { float: inline-start; margin-inline-start: -2.35em; min-width: 2em; font-variant-numeric: tabular-nums; }
ul.bullets, ol.subitems { list-style: none; margin: 0 0 .65em; padding: 0; } .numbered + ol.subitems { padding-inline-start: 2.35em; } li { margin-bottom: .4em; }
ul.bullets > li:not(.bare)::before { content: "•"; float: inline-start; margin-inline-start: -1.4em; } ul.bullets ul.bullets > li::before { content: "–"; } li > ul, li > ol { margin-top: .4em !important; }
.question { font-weight: 700; font-style: italic; margin-top: 1em; } .intervention { font-weight: 700; margin-top: .8em; } .dateline, .fixed, .disclaimer { font-style: italic; }
blockquote { margin: .8em 2.35em; font-style: italic; }
.pull { border-top: 2px solid ${colours.accent}; font-style: italic; margin: 1em 0; padding-top: .4em; }
@media (min-width: 66rem) { .pull { float: inline-start; clear: inline-start; width: 10rem; margin-inline-start: -12rem; margin-top: .2em; } }
figure { margin: 1.5em 0; } figure img { max-width: 100%; height: auto; } figcaption { font-size: ${em(sizes.small)}; font-style: italic; } .credit { font-style: normal; }
.table { overflow-x: auto; margin: 1.2em 0; } table { border-collapse: collapse; width: 100%; font-size: ${em(sizes.small)}; border-block: 1px solid ${colours.ink}; } caption { text-align: start; font-weight: 700; padding-bottom: .4em; }
th, td { text-align: start; vertical-align: top; padding: .35em .8em .35em 0; border-bottom: 1px solid ${colours.hair}; } thead tr:last-child th { border-bottom: 1px solid ${colours.ink}; }
.notes { border-top: 1px solid ${colours.hair}; margin-top: 3em; padding-top: 1em; font-size: ${em(sizes.small)}; color: ${colours.quiet}; } .notes ol { padding-inline-start: 2em; } sup { line-height: 0; } .note { text-decoration: none; }
footer { border-top: 1px solid ${colours.ink}; margin-top: 2.5em; padding-top: 1em; font-size: ${em(sizes.small)}; }
@media print { .skip { display: none; } h2, h3, h4 { break-after: avoid; } tr, figure { break-inside: avoid; } thead { display: table-header-group; } }
`.trim();
}
