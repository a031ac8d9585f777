/** The colours and sizes that Nextcloud's own themes give to every page. */
const sizes = `
  --border-radius: 4px; --border-radius-small: 4px; --border-radius-element: 8px;
  --border-radius-container: 12px; --border-radius-container-large: 16px; --border-radius-large: 8px;
  --border-radius-rounded: 28px; --border-radius-pill: 100px;
  --default-clickable-area: 34px; --clickable-area-large: 48px; --clickable-area-small: 24px;
  --default-grid-baseline: 4px; --default-font-size: 15px; --font-size-small: 13px;
  --default-line-height: 1.5; --animation-quick: 100ms; --animation-slow: 300ms;
  --header-height: 50px; --body-container-radius: 16px; --body-container-margin: 8px;
  --body-height: calc(100% - 58px); --filter-background-blur: none;
  --font-face: system-ui, sans-serif;`;

const light = `
  --color-main-background: #fff; --color-main-background-rgb: 255, 255, 255;
  --color-main-background-translucent: #fff; --color-main-background-blur: #fff;
  --color-background-hover: #f5f5f5; --color-background-dark: #ededed;
  --color-background-darker: #dbdbdb; --color-placeholder-light: #e6e6e6;
  --color-placeholder-dark: #ccc; --color-main-text: #222; --color-text-maxcontrast: #6b6b6b;
  --color-text-maxcontrast-default: #6b6b6b; --color-border: #ededed; --color-border-dark: #dbdbdb;
  --color-border-maxcontrast: #7d7d7d; --color-border-error: #c90000;
  --color-border-success: #099f05; --color-element-error: #c90000; --color-element-info: #0077c7;
  --color-element-success: #099f05; --color-element-warning: #bf7900; --color-error: #ffe7e7;
  --color-error-hover: #ffc3c3; --color-error-text: #8a0000; --color-warning: #ffeec5;
  --color-warning-text: #664700; --color-success: #d8f3da; --color-success-text: #005416;
  --color-info: #d5f1fa; --color-info-text: #0066ac; --color-loading-light: #ccc;
  --color-loading-dark: #444; --color-box-shadow: rgba(77, 77, 77, 0.5);
  --color-primary: #00679e; --color-primary-text: #fff; --color-primary-element: #00679e;
  --color-primary-element-hover: #00507a; --color-primary-element-text: #fff;
  --color-primary-element-text-dark: #ededed; --color-primary-element-light: #e5eff5;
  --color-primary-element-light-hover: #d9e3e8; --color-primary-element-light-text: #00293f;`;

const dark = `
  --color-main-background: #171717; --color-main-background-rgb: 23, 23, 23;
  --color-main-background-translucent: #171717; --color-main-background-blur: #171717;
  --color-background-hover: #212121; --color-background-dark: #292929;
  --color-background-darker: #3b3b3b; --color-placeholder-light: #313131;
  --color-placeholder-dark: #4a4a4a; --color-main-text: #ebebeb; --color-text-maxcontrast: #999;
  --color-text-maxcontrast-default: #999; --color-border: #292929; --color-border-dark: #3b3b3b;
  --color-border-maxcontrast: #7d7d7d; --color-border-error: #ff5050;
  --color-border-success: #40a330; --color-element-error: #ff5050; --color-element-info: #0099e0;
  --color-element-success: #40a330; --color-element-warning: #fc0; --color-error: #552121;
  --color-error-hover: #7a2f2f; --color-error-text: #fcc; --color-warning: #3d3010;
  --color-warning-text: #ffeec5; --color-success: #11321a; --color-success-text: #d5f2dc;
  --color-info: #003553; --color-info-text: #00aeff; --color-loading-light: #777;
  --color-loading-dark: #ccc; --color-box-shadow: #000; --color-primary: #00679e;
  --color-primary-text: #fff; --color-primary-element: #0091f2;
  --color-primary-element-hover: #17a2ff; --color-primary-element-text: #000;
  --color-primary-element-text-dark: #121212; --color-primary-element-light: #14232c;
  --color-primary-element-light-hover: #1f2e36; --color-primary-element-light-text: #99c2d8;`;

/** A stylesheet as Nextcloud's core gives it: its variables, and its ways with plain elements. */
export const theme = `
:root { ${sizes} ${light} color-scheme: light; }
@media (prefers-color-scheme: dark) { :root { ${dark} color-scheme: dark; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html, body { height: 100%; }
body { background: var(--color-primary); color: var(--color-main-text);
  font: var(--default-font-size) / var(--default-line-height) var(--font-face); }
ul { list-style: none; }
a { color: inherit; text-decoration: none; }
body { padding-top: var(--header-height); }
.guest { padding-top: 0; }
#skip-actions { position: absolute; top: -999px; }
#content { background: var(--color-main-background); display: flex; height: 100%; width: 100%; }
.guest { background: var(--color-main-background); min-height: 100%; }
.guest #content { display: block; }
.guest-box { background: var(--color-main-background-blur); border-radius: var(--border-radius-container);
  color: var(--color-main-text); display: inline-block; padding: 12px; }
.hidden-visually { position: absolute; left: -10000px; width: 1px; height: 1px; overflow: hidden; }
input:not([type=range], .input-field__input, [type=checkbox], [type=radio]), select, textarea {
  background: var(--color-main-background); color: var(--color-main-text); font: inherit;
  border: 1px solid var(--color-border-maxcontrast); border-radius: var(--border-radius-large);
  min-height: 34px; padding: 4px 8px; }
button { font: inherit; }
button:not(.button-vue) { background: var(--color-primary-element-light); border: 0;
  color: var(--color-primary-element-light-text); }
/* Colours are looked at the moment they change, and not on their way. */
@media (prefers-reduced-motion: reduce) { :root { --animation-quick: 0ms; --animation-slow: 0ms; } }
`;
