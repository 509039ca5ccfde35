// Pages in a real browser: at 1200 and at 320 pixels, without JavaScript, and held against WCAG 2.2 AA by axe.
// Usage: node pages.mjs PATH-OF-HABEAS [FOLDER-FOR-SCREENSHOTS]
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

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
  const opened = await (await fetch(`${base}/v1/requests`, { method: 'POST', headers, body: '{"right":"access"}' })).json();
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

async function look(browser, name, url, expected) {
  for (const width of [1200, 320]) {
    const plain = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false });
    const page = await plain.newPage();
    const outside = [];
    page.on('request', (request) => { if (request.url() !== url && !request.url().endsWith('/favicon.ico')) outside.push(request.url()); });
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
