// Pages in a real browser: at 1200 and at 320 pixels, without JavaScript, and held against WCAG 2.2 AA by axe.
// Usage: node pages.mjs PATH-OF-HABEAS [FOLDER-FOR-SCREENSHOTS]
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { own } from './own.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [habeas, pictures] = [resolve(process.argv[2]), process.argv[3]];
const dir = mkdtempSync(join(tmpdir(), 'habeas-pages-'));
const demo = spawn(habeas, ['demo', '--port', '0', '--dir', join(dir, 'demo')], { stdio: 'ignore' });
let passed = 0;
let failed = 0;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const check = (what, holds, detail = '') => {
  if (holds) passed += 1;
  else { failed += 1; console.error(`FAILED: ${what} ${detail}`); }
};

// Waits until something is true, as long as a busy machine may take.
async function until(holds) {
  for (let n = 0; n < 1200; n += 1) {
    if (await holds()) return true;
    await pause(50);
  }
  return false;
}

// A page that is just being left has no text for a moment.
const begins = (locator, words) => until(async () => {
  try { return (await locator.textContent({ timeout: 1000 })).startsWith(words); } catch { return false; }
});

async function tour() {
  const file = join(dir, 'demo', 'tour.sh');
  await until(() => existsSync(file) && readFileSync(file, 'utf8').includes('that was the tour'));
  const text = readFileSync(file, 'utf8');
  const value = (name) => text.match(new RegExp(`^${name}='([^']*)'`, 'm'))[1];
  return { base: value('BASE'), ada: value('ADA') };
}

function command(...words) {
  return execFileSync(habeas, ['--config', join(dir, 'demo', 'habeas.toml'), ...words], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
}

async function packagePage({ base, ada }) {
  const headers = { authorization: `Bearer ${ada}`, 'content-type': 'application/json' };
  const opened = await (await fetch(`${base}/v1/requests`, { method: 'POST', headers, body: '{"right":"access","language":"en"}' })).json();
  await until(async () => (await (await fetch(`${base}/v1/requests/${opened.reference}`, { headers })).json()).package_ready);
  const archive = await fetch(`${base}/v1/requests/${opened.reference}/package`, { headers });
  writeFileSync(join(dir, 'package.zip'), Buffer.from(await archive.arrayBuffer()));
  execFileSync('python3', ['-m', 'zipfile', '-e', join(dir, 'package.zip'), join(dir, 'package')]);
  return `file://${join(dir, 'package', 'index.html')}`;
}

// What a company's server does for its settings page: a key, then links and forms for one person.
async function choices(base, whose) {
  const key = command('key', 'create', '--name', 'company', '--scope', 'objections:link');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  let answer;
  await until(async () => {
    answer = await fetch(`${base}/v1/objections/choices`, { method: 'POST', headers, body: JSON.stringify(whose) });
    return answer.ok;
  });
  const { items, html } = await answer.json();
  const here = (text) => text.replaceAll(/http:\/\/127\.0\.0\.1:\d+(?=\/o\/)/g, base);
  return { link: here(items.find((item) => item.purpose === 'ai_training').link), html: here(html) };
}

// Thirty people on two plans ask, so that the report of a company has something to compare.
async function report(base) {
  for (let n = 0; n < 30; n += 1) {
    const plan = ['free', 'pro'][n % 2];
    const token = command('token', 'mint', '--sub', `crowd-${n}`, '--plan', plan);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    await fetch(`${base}/v1/requests`, { method: 'POST', headers, body: '{"right":"access"}' });
  }
  command('fairness', 'report', '--out', join(dir, 'report.html'));
  return `file://${join(dir, 'report.html')}`;
}

// What an authority opens first.
function bundle() {
  command('audit', 'export', '--out', join(dir, 'bundle'));
  return `file://${join(dir, 'bundle', 'index.html')}`;
}

// The page behind a link: one button, no script; and back.
async function press(browser, link) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.click('button');
  const status = page.locator('[role=status]');
  check('one press of the button objects', await begins(status, 'You object.'));
  if (pictures) await page.screenshot({ path: join(pictures, 'choice-objected.png') });
  await page.click('button');
  check('one press takes it back', await begins(status, 'You have not'));
  await context.close();
}

// The forms inside a company's own page, with the component and without any script.
async function embedded(browser, base, html) {
  const file = join(dir, 'settings.html');
  writeFileSync(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Settings</title><h1>Settings</h1><h2>Privacy</h2>${html}<script src="${base}/habeas-choices.js"></script>`);
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    await page.click('form:nth-of-type(2) button');
    const status = javaScriptEnabled ? page.locator('form:nth-of-type(2) [role=status]') : page.locator('[role=status]');
    const how = javaScriptEnabled ? 'in place' : 'on a page of the gateway, without a script';
    check(`the settings page objects ${how}`, await begins(status, 'You object.'));
    check(`${how} means there`, page.url().startsWith('file:') === javaScriptEnabled, page.url());
    if (pictures) await page.screenshot({ path: join(pictures, `settings-${javaScriptEnabled}.png`) });
    await context.close();
  }
}

// Somebody objected for an address without signing in: whoever holds its link says whether it was them.
async function disown(browser, base) {
  const email = 'nobody@example.org';
  const body = JSON.stringify({ right: 'objection', email, scope: { purposes: ['ai_training'] } });
  const sent = await fetch(`${base}/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  check('an objection by address alone is recorded', sent.status === 201, sent.status);
  const { link } = await choices(base, { email });
  await look(browser, 'doubt', link, 'Was it you?');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.click('form:nth-of-type(2) button');
  check('one press undoes what was not theirs', await begins(page.locator('[role=status]'), 'You have not'));
  await context.close();
}

// The pages of the portal load their own sheet, and nothing of anybody else's.
async function look(browser, name, url, expected) {
  for (const width of [1200, 320]) {
    const plain = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false });
    const page = await plain.newPage();
    const outside = [];
    page.on('request', (request) => { const own = [url, `${new URL(url).origin}/favicon.ico`].includes(request.url()) || /^http:.*\/portal-[0-9a-f]+\.css$/.test(request.url()); if (!own) outside.push(request.url()); });
    await page.goto(url);
    check(`${name} at ${width} shows its words without JavaScript`, (await page.textContent('body')).includes(expected));
    check(`${name} at ${width} loads nothing else`, outside.length === 0, outside.join(' '));
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`) });
    await plain.close();
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    const checked = await context.newPage();
    await checked.goto(url);
    const wide = await checked.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(`${name} at ${width} does not scroll sideways`, wide <= 0, `by ${wide} pixels`);
    await checked.evaluate(axe);
    const found = await checked.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    check(`${name} at ${width} passes axe`, found.violations.length === 0, JSON.stringify(found.violations.map((v) => [v.id, v.nodes[0].html])));
    await context.close();
  }
}

// Sideways scroll and what axe finds, on a page that is open already.
async function holds(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`${name} does not scroll sideways`, wide <= 0, `by ${wide} pixels`);
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  check(`${name} passes axe`, found.violations.length === 0, JSON.stringify(found.violations.map((v) => [v.id, v.nodes[0].html])));
  if (pictures) await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
}

// From the first page to an objection in force: two clicks, and an address in between.
async function objectInTwoClicks(browser, base, key) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  await page.goto(`${base}/?lang=en`);
  let clicks = 0;
  const click = async (what) => { clicks += 1; await page.click(what); };
  await click('a.button >> nth=0');
  await page.fill('#email', 'two-clicks@example.org');
  await click('main form button');
  check('two clicks and an address object', (await page.textContent('h1')).startsWith('Recorded'), await page.textContent('h1'));
  check('it was two clicks', clicks === 2);
  const ask = { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: '{"subjects":[{"email":"two-clicks@example.org"}]}' };
  const asked = await (await fetch(`${base}/v1/check/ai_training`, ask)).json();
  check('it is in force when the page says so', JSON.stringify(asked.objected) === '[0]', JSON.stringify(asked));
  await page.reload();
  check('the page can be read again', (await page.textContent('h1')).startsWith('Recorded'));
  check('no cookie is set', (await context.cookies()).length === 0);
  await page.click('main form button');
  check('one press undoes it', (await page.textContent('h1')).startsWith('Undone'));
  await context.close();
}

// A request by keyboard alone.
async function requestByKeyboard(browser, base) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${base}/request?right=access&lang=en`);
  await page.focus('#words');
  await page.keyboard.type('everything since 2024');
  await page.keyboard.press('Tab');
  await page.keyboard.type('keyboard@example');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1');
  check('an address is looked at', await begins(page.locator('h1'), 'Check your answers') || await begins(page.locator('.summary h2'), 'There is a problem'));
  await page.goto(`${base}/request?right=access&lang=en`);
  await page.focus('#email');
  await page.keyboard.type('keyboard@example.org');
  await page.keyboard.press('Enter');
  check('enter goes on to the check', await begins(page.locator('h1'), 'Check your answers'));
  await page.focus('button[value=send]');
  await page.keyboard.press('Enter');
  check('and enter sends it', await begins(page.locator('h1'), 'Your request is sent'));
  await context.close();
}

// Every page in every language, wide and narrow, light and dark, enlarged, and in the colours of the system.
async function portal(browser, base) {
  const led = async (path, form) => {
    const sent = await fetch(`${base}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
    return sent.headers.get('location');
  };
  const recorded = await led('/object/product_analytics', { email: 'look@example.org', lang: 'en' });
  const sent = await led('/request', { right: 'access', email: 'look@example.org', step: 'send', lang: 'en' });
  const pages = {
    start: '/?', object: '/object/ai_training?', weighed: '/object/product_analytics?', rights: '/request?', ask: '/request?right=erasure&',
    recorded: `${recorded.replace(/&lang=..$/, '')}&`, sent: `${sent.replace(/&lang=..$/, '')}&`, nothing: '/object/none?', how: '/how-to-object?', thresholds: '/thresholds?', complaint: '/complaint?', privacy: '/privacy?', retention: '/retention?', accessibility: '/accessibility?',
  };
  const settings = [
    ['wide', { viewport: { width: 1200, height: 900 } }], ['narrow', { viewport: { width: 320, height: 700 } }],
    ['dark', { viewport: { width: 360, height: 700 }, colorScheme: 'dark' }], ['forced', { viewport: { width: 900, height: 700 }, forcedColors: 'active' }],
  ];
  for (const [how, options] of settings) {
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      for (const language of how === 'wide' || how === 'narrow' ? ['en', 'fr', 'de'] : ['de']) {
        await page.goto(`${base}${path}lang=${language}`);
        check(`${name} is in ${language}`, (await page.getAttribute('html', 'lang')) === language);
        await holds(page, `portal ${name} ${language} ${how}`);
      }
    }
    if (how !== 'forced') {
      await page.goto(`${base}/object/product_analytics?lang=en`);
      await page.fill('#email', 'no address');
      await page.click('main form button');
      check('an error comes first', (await page.title()).startsWith('Error: '));
      await holds(page, `portal wrong en ${how}`);
      await page.goto(`${base}/request?right=access&lang=en`);
      await page.fill('#email', 'check@example.org');
      await page.click('main form button');
      await holds(page, `portal check en ${how}`);
    }
    await context.close();
  }
  const printed = await browser.newContext({ viewport: { width: 800, height: 900 } });
  const page = await printed.newPage();
  await page.goto(`${base}${pages.sent}lang=en`);
  await page.emulateMedia({ media: 'print' });
  check('a printed page has no links of languages', !(await page.isVisible('.languages')));
  if (pictures) await page.screenshot({ path: join(pictures, 'portal-sent-printed.png'), fullPage: true });
  await printed.close();
}

// No link of the portal leads nowhere.
async function noDeadLink(base) {
  const seen = new Set();
  const open = [`${base}/?lang=en`];
  while (open.length > 0 && seen.size < 200) {
    const url = open.pop();
    if (seen.has(url)) continue;
    seen.add(url);
    const answer = await fetch(url, { headers: { accept: 'text/html' } });
    check(`${url.replace(base, '')} leads somewhere`, answer.ok, answer.status);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    const links = [...(await answer.text()).matchAll(/href="([^"#]+)"/g)].map((found) => new URL(found[1].replaceAll('&#38;', '&').replaceAll('&amp;', '&'), url));
    for (const link of links) if (link.origin === new URL(base).origin) open.push(link.href);
  }
}

try {
  const where = await tour();
  const browser = await chromium.launch({
    executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  await look(browser, 'reference', `${where.base}/docs`, 'POST /v1/requests');
  await look(browser, 'package', await packagePage(where), 'Your conversations');
  await look(browser, 'fairness', await report(where.base), 'not enough data');
  await look(browser, 'bundle', bundle(), 'The signed head');
  const { link, html } = await choices(where.base, { subject: 'u-0042' });
  await look(browser, 'choice', link, 'Training of our AI models');
  await look(browser, 'lost', `${link.slice(0, -4)}`, 'This link does not work');
  await press(browser, link);
  await embedded(browser, where.base, html);
  await disown(browser, where.base);
  const key = command('key', 'create', '--name', 'pipeline', '--scope', 'objections:check');
  await until(async () => (await fetch(`${where.base}/v1/check/ai_training?subject=u-1`, { headers: { authorization: `Bearer ${key}` } })).ok);
  await look(browser, 'start', `${where.base}/?lang=en`, 'Say no to a use of your data');
  await objectInTwoClicks(browser, where.base, key);
  await requestByKeyboard(browser, where.base);
  await portal(browser, where.base);
  await noDeadLink(where.base);
  await own({ browser, base: where.base, dir, command, check, holds, until, begins, ada: where.ada });
  await browser.close();
} catch (error) {
  failed += 1;
  console.error(error);
} finally {
  demo.kill('SIGTERM');
  await new Promise((done) => { demo.once('exit', done); setTimeout(done, 5000); });
  rmSync(dir, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
