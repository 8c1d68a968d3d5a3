// A visitor without a mouse: everything is reached with Tab, as far as it takes.
import assert from 'node:assert/strict';

const mostTabs = 80;

// The browser moves the focus when it next draws the page, which may be after it was loaded.
export async function hasFocus(locator, what = `${locator} has the focus`) {
  const focused = locator.and(locator.page().locator(':focus'));
  await focused.waitFor({ state: 'attached', timeout: 5000 }).catch(() => assert.fail(what));
}

export class Keyboard {
  // A list of things to order holds more stops than a page to read.
  constructor(page, mostStops = mostTabs) {
    this.page = page;
    this.mostStops = mostStops;
  }

  // Tab until the element has the focus.
  async reach(locator) {
    await locator.waitFor();
    for (let tabs = 0; tabs < this.mostStops; tabs += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`${locator} is not reached with Tab`);
  }

  // Enter on a link or a button of a part of the page, then the page that follows.
  async press(role, name, part = this.page) {
    await this.reach(part.getByRole(role, { name, exact: true }));
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press('Enter')]);
  }

  async write(fields) {
    for (const [label, text] of Object.entries(fields)) {
      await this.reach(this.page.getByLabel(label, { exact: true }));
      await this.page.keyboard.type(text);
    }
  }

  // The n-th radio button (from 0) of a group: Tab enters it, the arrows walk in it.
  async pick(group, index) {
    const radios = this.page.getByRole('group', { name: group }).getByRole('radio');
    await this.reach(radios.first());
    await this.page.keyboard.press('Space');
    for (let step = 0; step < index; step += 1) await this.page.keyboard.press('ArrowDown');
    assert.ok(await radios.nth(index).isChecked());
  }
}
