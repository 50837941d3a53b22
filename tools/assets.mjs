// Builds static/vendor from static/css, static/js and node_modules. Run by hand or by make:
//   npm ci --ignore-scripts && node tools/assets.mjs
// Same input, same bytes; nothing is fetched over the network; stale files are removed.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import cascadeLayers from '@csstools/postcss-cascade-layers';
import { Features, transform } from 'lightningcss';
import postcss from 'postcss';
import subsetFont from 'subset-font';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
const STATIC = join(ROOT, 'static');
const VENDOR = join(STATIC, 'vendor');
const read = (...path) => readFileSync(join(...path), 'utf8');

// ---- budgets: bytes, compressed by gzip (fonts are compressed already) ------------------------
const BUDGET = { 'portal.css': 12 * 1024, 'portal.js': 16 * 1024, fonts: 64 * 1024 };

// ---- fonts (LOOK.md, section 4) ---------------------------------------------------------------
// Atkinson slashes its zero, which reads as Ø in the Nordics: its digits are left out
// and come from Familjen, which stands next in --text.
const LATIN = 'U+20-7E, U+A0-FF';
const SIGNS = 'U+2010-2014, U+2018-201A, U+201C-201E, U+2022, U+2026, U+202F, U+2032-2033, U+2039-203A, U+20AC, U+2122, U+2190-2193, U+2212';
// Sámi, Romani and neighbours; fetched only by pages that need them.
const NORTH = 'U+100-17F';
const ATKINSON = 'atkinson-hyperlegible-next';
const FAMILJEN = 'familjen-grotesk';
const FONTS = [
  { name: 'familjen.woff2', family: 'Familjen', pack: FAMILJEN, part: 'latin', keep: `${LATIN}, ${SIGNS}`, range: null },
  { name: 'familjen-ext.woff2', family: 'Familjen', pack: FAMILJEN, part: 'latin-ext', keep: NORTH, range: NORTH },
  { name: 'atkinson.woff2', family: 'Atkinson', pack: ATKINSON, part: 'latin', keep: `U+20-2F, U+3A-7E, U+A0-FF, ${SIGNS}`, range: 'U+20-2F, U+3A-FF, U+2010-22FF' },
  { name: 'atkinson-ext.woff2', family: 'Atkinson', pack: ATKINSON, part: 'latin-ext', keep: NORTH, range: NORTH },
];

const letters = (ranges) =>
  ranges.split(',').map((range) => {
    const [first, last = first] = range.trim().slice(2).split('-').map((hex) => parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
  }).join('');

async function cutFont({ pack, part, keep }) {
  const file = `${pack}-${part}-wght-normal.woff2`;
  const source = readFileSync(join(MODULES, '@fontsource-variable', pack, 'files', file));
  return subsetFont(source, letters(keep), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    noLayoutClosure: true,
  });
}

const fontFace = ({ family, range, url }) =>
  `@font-face{font-family:${family};src:url(${url}) format("woff2");font-weight:400 700;font-display:swap;` +
  `${range ? `unicode-range:${range}` : ''}}\n`;

// ---- styles -----------------------------------------------------------------------------------
const SHORTHANDS = {
  'margin-inline': ['margin-left', 'margin-right'],
  'margin-block': ['margin-top', 'margin-bottom'],
  'padding-inline': ['padding-left', 'padding-right'],
  'padding-block': ['padding-top', 'padding-bottom'],
  'inset-inline': ['left', 'right'],
  'inset-block': ['top', 'bottom'],
  inset: ['top', 'right', 'bottom', 'left'],
};
const SIDES = { 'inline-start': 'left', 'inline-end': 'right', 'block-start': 'top', 'block-end': 'bottom' };

// Phones from before 2021 know few logical properties. All our languages run from left to right,
// so the sources stay logical and the built sheet says left and right.
const leftToRight = {
  postcssPlugin: 'left-to-right',
  Declaration(decl) {
    const { prop, value } = decl;
    if (SHORTHANDS[prop]) {
      const props = SHORTHANDS[prop];
      const [a, b = a, c = a, d = b] = postcss.list.space(value);
      const values = props.length === 2 ? [a, b] : [a, b, c, d];
      decl.replaceWith(props.map((name, i) => decl.clone({ prop: name, value: values[i] })));
    } else if (prop === 'border-block') {
      decl.replaceWith(['border-top', 'border-bottom'].map((name) => decl.clone({ prop: name })));
    } else {
      const side = /^(margin|padding|border|inset)-((?:inline|block)-(?:start|end))(-.+)?$/.exec(prop);
      if (side) decl.prop = `${side[1] === 'inset' ? '' : `${side[1]}-`}${SIDES[side[2]]}${side[3] || ''}`;
    }
  },
};

// A browser throws away a whole rule if one selector in its list is unknown to it.
const YOUNG = /:has\(|:is\(|:where\(|:focus-visible|::details-content|::marker/;
function checkSelectors(css) {
  postcss.parse(css).walkRules((rule) => {
    const young = rule.selectors.filter((selector) => YOUNG.test(selector)).length;
    if (young && young < rule.selectors.length) throw new Error(`Old browsers lose all of: ${rule.selector}`);
  });
  if (/@layer|@import/.test(css)) throw new Error('A layer or an import is left in the built sheet');
}

function joinSheets() {
  return read(STATIC, 'css/portal.css').replace(/@import "([^"]+)";/g, (_, file) => read(STATIC, 'css', file));
}

async function buildCss(faces) {
  const flat = await postcss([cascadeLayers(), leftToRight]).process(joinSheets(), { from: undefined });
  for (const warning of flat.warnings()) throw new Error(String(warning));
  const version = (major) => major << 16;
  const { code, warnings } = transform({
    filename: 'portal.css',
    code: Buffer.from(faces + flat.css),
    minify: true,
    targets: { chrome: version(66), firefox: version(61), safari: version(12), ios_saf: version(12) },
    exclude: Features.VendorPrefixes | Features.Selectors | Features.LightDark,
  });
  if (warnings.length) throw new Error(JSON.stringify(warnings, null, 1));
  checkSelectors(String(code));
  return code;
}

// ---- script -----------------------------------------------------------------------------------
// htmx and its extension come minified; our few lines only lose whole-line comments and indents.
const dist = join(MODULES, 'htmx.org/dist');
const plain = (name) => read(STATIC, 'js', name).split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('//')).join('\n');

function buildJs(parts) {
  const code = parts.map((part) => part.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '').trim()).join(';\n');
  new Script(code); // looks at the syntax, runs nothing
  return Buffer.from(`${code}\n`);
}

// ---- files ------------------------------------------------------------------------------------
const gzip = (data) => {
  const packed = gzipSync(data, { level: 9 });
  packed[9] = 255; // "unknown system": the same bytes on every machine
  return packed;
};
const brotli = (data) =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } });
const digest = (algorithm, encoding, data) => createHash(algorithm).update(data).digest(encoding);

const files = new Map(); // file name -> bytes
const manifest = { integrity: {} };

function add(name, data) {
  const dot = name.lastIndexOf('.');
  const file = `${name.slice(0, dot)}.${digest('sha256', 'hex', data).slice(0, 8)}${name.slice(dot)}`;
  manifest[name] = file;
  files.set(file, data);
  if (/\.(css|js)$/.test(name)) {
    manifest.integrity[name] = `sha384-${digest('sha384', 'base64', data)}`;
    files.set(`${file}.gz`, gzip(data));
    files.set(`${file}.br`, brotli(data));
  }
  return file;
}

function writeAll() {
  mkdirSync(VENDOR, { recursive: true });
  for (const [file, data] of files) {
    const temporary = join(VENDOR, `.${file}.new`);
    writeFileSync(temporary, data);
    renameSync(temporary, join(VENDOR, file));
  }
  for (const file of readdirSync(VENDOR)) {
    if (!files.has(file)) rmSync(join(VENDOR, file), { recursive: true });
  }
}

function report() {
  let fonts = 0;
  for (const [name, file] of Object.entries(manifest)) {
    if (name === 'integrity') continue;
    const size = files.get(file).length;
    const packed = files.get(`${file}.gz`)?.length;
    if (name.endsWith('.woff2')) fonts += size;
    console.log(`${file.padEnd(32)} ${String(size).padStart(6)} B${packed ? `  gzip ${packed} B  br ${files.get(`${file}.br`).length} B` : ''}`);
    if (packed > BUDGET[name]) throw new Error(`${name} is over its budget of ${BUDGET[name]} B`);
  }
  if (fonts > BUDGET.fonts) throw new Error(`The fonts are over their budget of ${BUDGET.fonts} B`);
}

const faces = [];
for (const font of FONTS) faces.push({ ...font, url: add(font.name, await cutFont(font)) });
for (const pack of [ATKINSON, FAMILJEN]) {
  add(`${pack}-licence.txt`, readFileSync(join(MODULES, '@fontsource-variable', pack, 'LICENSE')));
}
add('portal.css', await buildCss(faces.map(fontFace).join('')));
add('portal.js', buildJs([read(dist, 'htmx.min.js'), read(dist, 'ext/hx-ptag.min.js'), plain('portal.js'), plain('ahead.js'), plain('grouping.js')]));
// Only for the page of the moderators' queue.
add('queue.js', buildJs([plain('queue.js')]));
report();
files.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, Object.keys(manifest).concat(Object.keys(manifest.integrity)).sort(), 2)}\n`));
writeAll();
