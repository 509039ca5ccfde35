// A person's own pages: signing in, following, acting, and saying no; without JavaScript, wide and narrow, light and dark.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export async function own({ browser, base, dir, command, check, holds, until, begins, ada }) {
  const outbox = join(dir, 'demo', 'outbox');
  const key = command('key', 'create', '--name', 'app', '--scope', 'portal:link');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };

  async function link(subject) {
    let answer;
    await until(async () => {
      answer = await fetch(`${base}/v1/portal/sessions`, { method: 'POST', headers, body: JSON.stringify({ subject }) });
      return answer.ok;
    });
    return `${base}${new URL((await answer.json()).url).pathname}`;
  }

  // The newest mail that holds a way in.
  async function mailed(to) {
    let text = '';
    await until(() => {
      if (!existsSync(outbox)) return false;
      const files = readdirSync(outbox).filter((name) => name.endsWith('.eml')).map((name) => join(outbox, name));
      const texts = files.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).map((file) => readFileSync(file, 'utf8'));
      text = texts.filter((mail) => mail.includes(to) && mail.includes('/sign-in/')).pop() ?? '';
      return text !== '';
    });
    const plain = text.replaceAll('=\r\n', '');
    return { url: `${base}/sign-in/${plain.match(/\/sign-in\/([\w-]+)/)[1]}`, code: plain.match(/^([0-9A-Z]{4} [0-9A-Z]{4})\r?$/m)[1] };
  }

  // A free-plan user, without a script: over from the app, a request, its answer, words about it, the archive.
  async function follows() {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${await link('u-0001')}?lang=en`);
    await page.click('main button');
    check('one button signs in', await begins(page.locator('h1'), 'Your requests'), await page.textContent('h1'));
    await page.goto(`${base}/request?right=access&lang=en`);
    check('whoever is signed in writes no address', (await page.locator('#email').count()) === 0);
    await page.click('main form button');
    await page.click('button[value=send]');
    check('and follows it at once', await until(() => page.url().includes('/requests/HB-')), page.url());
    await page.waitForLoadState();
    const own = page.url();
    await until(async () => {
      // A page that is just being left cannot be asked for again.
      try { await page.goto(own); return (await page.textContent('.note:not(.done)')).startsWith('It is answered'); } catch { return false; }
    });
    const href = await page.getAttribute('a[href$="/package"]', 'href');
    const archive = await page.request.get(`${base}${href}`);
    check('the archive is there', archive.headers()['content-type'] === 'application/zip');
    await page.fill('#words', 'And before 2019?');
    await page.click('form:has(#words) button');
    check('words are heard', await until(async () => { try { return (await page.textContent('main')).includes('And before 2019?'); } catch { return false; } }));
    await page.click('form:has(#contest) button');
    check('an answer is looked at again', await begins(page.locator('[role=status]'), 'Done'));
    const cookies = await context.cookies();
    check('one cookie, and no script reads it', cookies.length === 1 && cookies[0].httpOnly && cookies[0].sameSite === 'Lax', JSON.stringify(cookies));
    await page.click('.own button');
    check('signing out ends it', await until(async () => (await context.cookies()).length === 0));
    await context.close();
  }

  // Somebody without an account: a request by address, a mail, and it is theirs.
  async function confirms() {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    await page.goto(`${base}/request?right=other&lang=en`);
    await page.fill('#email', 'without-account@example.org');
    await page.click('main form button');
    await page.click('button[value=send]');
    await page.goto(`${base}/requests?lang=en`);
    check('one signs in first', await begins(page.locator('h1'), 'See your requests'));
    await holds(page, 'own sign-in en narrow');
    await page.fill('#email', 'without-account@example.org');
    await page.click('main form button');
    await holds(page, 'own code en narrow');
    const { url, code } = await mailed('without-account@example.org');
    const other = await browser.newContext({ javaScriptEnabled: false });
    const elsewhere = await other.newPage();
    await elsewhere.goto(url);
    check('another browser types the code', (await elsewhere.locator('#code').count()) === 1);
    await other.close();
    await page.fill('#code', code.toLowerCase());
    await page.click('main form button');
    await page.click('main a.button');
    await holds(page, 'own doubt en narrow');
    await page.click('button:has-text("Yes, it is mine")');
    check('and says that it is theirs', await until(async () => { try { return !(await page.textContent('main')).includes('Did you send this?'); } catch { return false; } }));
    await context.close();
  }

  // Each page in each language, as in the portal.
  async function looks() {
    const opened = await (await fetch(`${base}/v1/requests`, { method: 'POST', headers: { authorization: `Bearer ${ada}`, 'content-type': 'application/json' }, body: '{"right":"erasure"}' })).json();
    const settings = [
      ['wide', { viewport: { width: 1200, height: 900 } }], ['narrow', { viewport: { width: 320, height: 700 } }],
      ['dark', { viewport: { width: 360, height: 700 }, colorScheme: 'dark' }], ['forced', { viewport: { width: 900, height: 700 }, forcedColors: 'active' }],
    ];
    for (const [how, options] of settings) {
      const context = await browser.newContext({ ...options, bypassCSP: true });
      const page = await context.newPage();
      const languages = how === 'wide' || how === 'narrow' ? ['en', 'fr', 'de'] : ['de'];
      const way = await link('u-0001');
      await page.goto(`${way}?lang=de`);
      await holds(page, `own enter de ${how}`);
      await page.click('main button');
      await begins(page.locator('h1'), 'Ihre Anträge');
      await until(async () => {
        try { await page.goto(`${base}/requests/${opened.reference}?lang=en`); return !(await page.textContent('.note')).startsWith('We have it'); } catch { return false; }
      });
      for (const language of languages) {
        for (const [name, path] of Object.entries({ requests: '/requests', request: `/requests/${opened.reference}`, choices: '/choices', over: new URL(way).pathname })) {
          await page.goto(`${base}${path}?lang=${language}`);
          check(`${name} is in ${language}`, (await page.getAttribute('html', 'lang')) === language);
          await holds(page, `own ${name} ${language} ${how}`);
        }
        await page.goto(`${base}/requests/${opened.reference}?lang=${language}`);
        const letter = page.locator('a[href*="/letters/"]').first();
        if (await letter.count()) { await letter.click(); await holds(page, `own letter ${language} ${how}`); }
      }
      await context.close();
    }
  }

  // The demo's desk: be somebody, object on the company's own page, and see that the pipeline leaves them out.
  async function desk() {
    for (const [how, options] of [['wide', { viewport: { width: 1200, height: 900 } }], ['narrow', { viewport: { width: 320, height: 700 } }], ['dark', { viewport: { width: 360, height: 700 }, colorScheme: 'dark' }]]) {
      const context = await browser.newContext({ ...options, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(`${base}/demo`);
      await holds(page, `desk ${how}`);
      await page.click('details:last-of-type summary');
      await holds(page, `desk mail ${how}`);
      await page.click('a[href^="/demo/settings/"]');
      await holds(page, `desk settings ${how}`);
      await context.close();
    }
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${base}/demo`);
    const left = () => page.locator('tbody td:has-text("left out")').count();
    const before = await left();
    await page.click('li:nth-of-type(3) a[href^="/demo/settings/"]');
    await page.click('form:nth-of-type(1) button');
    check('the settings page objects', await begins(page.locator('form:nth-of-type(1) [role=status]'), 'You object'));
    await page.goto(`${base}/demo`);
    check('and the pipeline leaves them out', (await left()) === before + 1, `${before}, then ${await left()}`);
    const time = await page.textContent('#clock + p');
    await page.click('button[value=week]');
    check('the clock moves', await until(async () => { try { return (await page.textContent('#clock + p')) !== time; } catch { return false; } }));
    await page.waitForLoadState();
    await page.click('li:nth-of-type(2) button');
    check('one becomes somebody by a link with one button', await begins(page.locator('h1'), 'See your requests'));
    await page.click('main button');
    check('and sees their pages', await begins(page.locator('h1'), 'Your requests'));
    await context.close();
  }

  await follows();
  await confirms();
  await looks();
  await desk();
}
