package chevet.ward.console;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a page does wrong for people who do not see it, see it badly or use the keyboard: found in
 * the page as the browser has laid it out (WCAG 2.2: 1.3.1, 1.4.3, 1.4.10, 2.4.1, 2.4.6, 3.1.1,
 * 4.1.2).
 */
final class PageFaults {
    private static final String SCRIPT =
            """
            () => {
              const faults = [];
              const shown = (e) => e.checkVisibility({ visibilityProperty: true });
              const name = (e) => {
                const by = e.getAttribute('aria-labelledby');
                if (by) return by.split(' ').map((id) => document.getElementById(id)?.textContent || '').join(' ').trim();
                if (e.getAttribute('aria-label')) return e.getAttribute('aria-label').trim();
                if (e.labels && e.labels.length) return [...e.labels].map((l) => l.textContent).join(' ').trim();
                return e.matches('input, select, textarea') ? '' : e.textContent.trim();
              };
              const what = (e) => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.className && e.className.baseVal === undefined ? '.' + e.className : '') + ' "' + e.textContent.trim().slice(0, 40) + '"';
              for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a[href], dialog[open], nav, [role=img]')) {
                if (shown(e) && e.getAttribute('aria-hidden') !== 'true' && !name(e)) faults.push('no name: ' + what(e));
              }
              const ids = new Map();
              for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) || 0) + 1);
              for (const [id, n] of ids) if (n > 1) faults.push('twice the id ' + id);
              for (const e of document.querySelectorAll('[aria-describedby], [aria-labelledby]')) {
                for (const a of ['aria-describedby', 'aria-labelledby']) {
                  for (const id of (e.getAttribute(a) || '').split(' ').filter((x) => x)) {
                    if (!document.getElementById(id) && shown(e)) faults.push(a + ' leads nowhere: ' + id);
                  }
                }
              }
              if (!document.documentElement.lang) faults.push('no language');
              if (!document.title) faults.push('no title');
              if (document.querySelectorAll('h1').length !== 1) faults.push(document.querySelectorAll('h1').length + ' h1');
              if (document.querySelector('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])')) faults.push('a tabindex over 0');
              for (const e of document.querySelectorAll('[style]')) if (e.getAttribute('style')) faults.push('inline style: ' + what(e));
              if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('scrolls sideways: ' + document.documentElement.scrollWidth);
              for (const e of document.querySelectorAll('.scroll')) if (shown(e) && e.scrollWidth > e.clientWidth + 1) faults.push('a part scrolls sideways: ' + what(e) + ' ' + e.scrollWidth + ' in ' + e.clientWidth);
              const rgb = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
              const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
              const ground = (e) => {
                const layers = [];
                for (let n = e; n; n = n.parentElement) {
                  const c = rgb(getComputedStyle(n).backgroundColor);
                  if (c[3] > 0) layers.push(c);
                  if (c[3] === 1) break;
                }
                return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
              };
              const light = (c) => { const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const modal = document.querySelector('dialog[open]');
              while (walk.nextNode()) {
                const e = walk.currentNode.parentElement;
                if (!walk.currentNode.textContent.trim() || !shown(e) || e.closest('.aside, script, option, select')) continue;
                if (modal && !modal.contains(e)) continue;
                if (e.closest('svg')) continue;
                const style = getComputedStyle(e);
                const under = ground(e);
                const a = light(over(rgb(style.color), under)), b = light(under);
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) faults.push('contrast ' + ratio.toFixed(2) + ': ' + what(e));
                if (parseFloat(style.fontSize) < 13) faults.push('letters of ' + style.fontSize + ': ' + what(e));
                if (style.opacity !== '1') faults.push('opacity on text: ' + what(e));
              }
              for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')) {
                if (!shown(e) || e.closest('.aside') || (modal && !modal.contains(e))) continue;
                const box = (e.closest('label') || e).getBoundingClientRect();
                const inText = getComputedStyle(e).display === 'inline';
                if (!inText && !e.matches('.skip') && Math.min(box.width, box.height) < 24) faults.push('too small: ' + what(e) + ' ' + Math.round(box.width) + 'x' + Math.round(box.height));
              }
              return faults;
            }
            """;

    private PageFaults() {}

    /** Every fault of the page as it stands. */
    static List<String> of(Page page) {
        Object found = page.evaluate(SCRIPT);
        return ((List<?>) found).stream().map(String::valueOf).distinct().toList();
    }
}
