// Looks at a page as a careful person would: is it still, is anything cut, covered or written over
// something else? Runs in the page before its own scripts; answers in sentences, empty when all is well.
(() => {
  /** What stands on the map's canvas of labels: told by the strokes themselves. */
  const written = new WeakMap();
  let firstLabel = 0;
  const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
  Object.defineProperty(HTMLCanvasElement.prototype, 'width', {
    get: width.get,
    set(value) {
      written.set(this, []); // Setting the width wipes a canvas.
      width.set.call(this, value);
    },
  });
  const fillText = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    if (text.length > 1 && this.canvas.classList.contains('labels')) {
      firstLabel ||= performance.now();
      const { a, b, e, f } = this.getTransform();
      const high = parseInt(/(\d+)px/.exec(this.font)[1], 10);
      const wide = this.measureText(text).width;
      const [cos, sin] = [Math.abs(a), Math.abs(b)];
      const [cx, cy] = [e + a * x - b * y, f + b * x + a * y];
      const box = { text, width: wide * cos + high * sin, height: wide * sin + high * cos };
      written.get(this.canvas)?.push({ ...box, x: cx - box.width / 2, y: cy - box.height / 2 });
    }
    return fillText.call(this, text, x, y);
  };

  /** Whether nothing moves, loads or waits any more. */
  function still() {
    const tiles = [...document.querySelectorAll('canvas.leaflet-tile')].filter((t) => t.offsetParent !== null);
    return document.readyState === 'complete'
      && tiles.every((t) => t.classList.contains('leaflet-tile-loaded') && Number(getComputedStyle(t).opacity) === 1)
      && !document.querySelector('.leaflet-zoom-anim, .labels.gone')
      && ![...document.querySelectorAll('.waiting')].some((w) => w.getClientRects().length > 0)
      && document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getTiming().iterations === Infinity);
  }

  let quietSince = 0;
  /** Whether it has been still for a moment, long enough for labels to be written. */
  function rests(milliseconds = 350) {
    if (!still()) quietSince = 0;
    else if (!quietSince) quietSince = performance.now();
    return quietSince > 0 && performance.now() - quietSince > milliseconds;
  }

  const name = (e) => {
    const words = (e.innerText || e.getAttribute('aria-label') || '').trim().slice(0, 24);
    return `<${e.tagName.toLowerCase()}${e.className && typeof e.className === 'string' ? `.${e.className.replaceAll(' ', '.')}` : ''}> „${words}“`;
  };
  const scrolls = (value) => value === 'auto' || value === 'scroll';
  const cut = (a, b) => {
    const r = { left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) };
    return r.right - r.left > 0 && r.bottom - r.top > 0 ? r : null;
  };

  /** What of an element's words is in sight: cut by everything around them that cuts. */
  function sight(element, box) {
    let seen = cut(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    for (let up = element; up && seen; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflow !== 'visible') seen = cut(seen, up.getBoundingClientRect());
    }
    return seen;
  }

  function shown(e) {
    return e.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
      && !e.closest('.spoken, .leaflet-pane, option');
  }

  /** Lines of words that can be read, each with its boxes. */
  function lines() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element || !shown(element) || element.closest('script, style, noscript')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const box = rect.width > 2 && rect.height > 2 && sight(element, rect);
        if (!box || box.bottom - box.top < 4) continue;
        const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        if (!top || !(element === top || element.contains(top) || top.contains(element))) continue;
        found.push({ element, text: node.data.trim(), box, rect });
      }
    }
    return found;
  }

  function overlapping(all) {
    const faults = [];
    for (let i = 0; i < all.length; i++) {
      for (let j = i + 1; j < all.length; j++) {
        if (all[i].element === all[j].element) continue;
        const both = cut(all[i].box, all[j].box);
        if (both && both.right - both.left > 2 && both.bottom - both.top > 4) {
          faults.push(`words over words: „${all[i].text.slice(0, 30)}“ and „${all[j].text.slice(0, 30)}“`);
        }
      }
    }
    return faults;
  }

  /** Text that ends in dots, or at an edge, must say in its title what it says in full. */
  function cutText(all) {
    const faults = [];
    for (const { element, text, rect } of all) {
      for (let e = element; e && e !== document.body; e = e.parentElement) {
        const style = getComputedStyle(e);
        if (scrolls(style.overflowX)) break;
        if (style.overflowX === 'visible') continue;
        const edge = e.getBoundingClientRect();
        if ((rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5) && !element.closest('[title]')) {
          faults.push(`cut without a title: „${text.slice(0, 40)}“ in ${name(e)}`);
        }
        break;
      }
      if ((rect.left < -1 || rect.right > innerWidth + 1) && !element.closest('[title]')) faults.push(`beyond the screen: „${text.slice(0, 40)}“`);
    }
    return faults;
  }

  /** Words stay within the padding of the frame that they stand in. */
  function outside(all) {
    const faults = [];
    for (const { element, text, rect } of all) {
      const frame = element.closest('.card, .job, .trouble, .inputs > li');
      if (!frame) continue;
      const [edge, style] = [frame.getBoundingClientRect(), getComputedStyle(frame)];
      if (rect.right > edge.right - parseFloat(style.paddingRight) + 1.5 || rect.left < edge.left + parseFloat(style.paddingLeft) - 1.5) {
        faults.push(`out of its frame: „${text.slice(0, 40)}“`);
      }
    }
    return faults;
  }

  const channels = (colour) => (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };

  /** The plain colour that an element stands on. */
  function ground(element) {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, alpha = 1] = channels(getComputedStyle(e).backgroundColor);
      if (alpha > 0.6) return [r, g, b];
    }
    return [255, 255, 255];
  }

  /** Words are at least 4.5 : 1 on their ground, large ones 3 : 1 (WCAG 2, AA); what is out of use may be faint. */
  function faint(all) {
    const faults = [];
    for (const { element, text } of all) {
      if (element.closest(':disabled, [aria-disabled=true], .letter, .swatch')) continue;
      const style = getComputedStyle(element);
      const [a, b] = [luminance(channels(style.color)), luminance(ground(element))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.6 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5)) faults.push(`faint, ${ratio.toFixed(1)} : 1: „${text.slice(0, 30)}“`);
    }
    return faults;
  }

  /** Whether the element that has the keyboard shows it, and stands in sight. */
  function focusFault() {
    const e = document.activeElement;
    if (!e || e === document.body) return '';
    const box = e.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return `focused out of sight: ${name(e)}`;
    const shows = (x, pseudo) => {
      const style = getComputedStyle(x, pseudo);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (pseudo && style.content !== 'none' && parseFloat(style.borderTopWidth) >= 2);
    };
    return shows(e) || shows(e, '::after') || (e.parentElement && shows(e.parentElement)) ? '' : `focus does not show: ${name(e)}`;
  }

  /** What can be acted on and is in use now; of a group of radio buttons the chosen one. */
  function controls() {
    return [...document.querySelectorAll('button, a[href], input, select, summary, [tabindex="0"]')].filter((e) =>
      e.getClientRects().length > 0 && !e.disabled && e.checkVisibility()
      && !(e.type === 'radio' && !e.checked) && e.tabIndex >= 0);
  }

  /** Panels and controls stand wholly on the screen, or in something that scrolls. */
  function clipped() {
    const faults = [];
    const parts = '.panel, .top, .rail, .status, .gate-card, .drop, .key-sheet, .peek, .connection, .leaflet-bar, .card, .job, .trouble, button, input, select, progress, a, table';
    for (const e of document.querySelectorAll(parts)) {
      if (!shown(e) || e.matches('.hidden-picker')) continue;
      const box = e.getBoundingClientRect();
      if (box.width === 0) continue;
      // The page of accounts is a document, which scrolls as a whole.
      let [acrossFree, downFree] = [false, e.closest('main.office') !== null];
      for (let up = e.parentElement; up; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (scrolls(style.overflowX) && up.scrollWidth > up.clientWidth + 1) acrossFree = true;
        if (scrolls(style.overflowY)) downFree = true;
        if (style.overflow === 'visible') continue;
        const edge = up.getBoundingClientRect();
        if (box.right > edge.right + 1 || box.left < edge.left - 1) faults.push(`cut at the side: ${name(e)} in ${name(up)}`);
        if (!downFree && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1)) faults.push(`cut above or below: ${name(e)} in ${name(up)}`);
        if (acrossFree) faults.push(`scrolls sideways: ${name(up)}`);
      }
      if (box.left < -1 || box.right > innerWidth + 1) faults.push(`off the screen: ${name(e)}`);
      if (!downFree && (box.top < -1 || box.bottom > innerHeight + 1)) faults.push(`off the screen: ${name(e)}`);
    }
    return faults;
  }

  function mapLabels() {
    const faults = [];
    for (const canvas of document.querySelectorAll('canvas.labels')) {
      const [paper, map] = [canvas, canvas.closest('.map')].map((e) => e.getBoundingClientRect());
      if (paper.left > map.left || paper.right < map.right || paper.top > map.top || paper.bottom < map.bottom) {
        faults.push('the labels of the map do not reach its edges');
      }
      const all = written.get(canvas) ?? [];
      for (let i = 0; i < all.length; i++) {
        for (let j = i + 1; j < all.length; j++) {
          const [a, b] = [all[i], all[j]];
          const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
          const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
          if (wide > 1 && high > 1) faults.push(`labels of the map overlap: „${a.text}“ and „${b.text}“`);
        }
      }
    }
    return faults;
  }

  /** Everything that is not as it should be. */
  function faults() {
    const all = lines();
    const root = document.documentElement;
    const found = [...overlapping(all), ...cutText(all), ...outside(all), ...faint(all), ...clipped(), ...mapLabels()];
    if (root.scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);
    if (/undefined|\bNaN\b|\[object|\{\w+\}/.test(document.body.innerText)) found.push('a word that is none: undefined, NaN or an unfilled mark');
    return [...new Set(found)];
  }

  /** How many labels stand on the map. */
  const labels = () => [...document.querySelectorAll('canvas.labels')].reduce((n, c) => n + (written.get(c)?.length ?? 0), 0);

  /** A number for what the map shows: equal pictures, equal numbers, however many tiles lie out of sight. */
  function mapPrint() {
    const frame = document.querySelector('.map').getBoundingClientRect();
    const paper = new OffscreenCanvas(Math.round(frame.width), Math.round(frame.height)).getContext('2d');
    for (const tile of document.querySelectorAll('canvas.leaflet-tile')) {
      if (tile.offsetParent === null) continue;
      const at = tile.getBoundingClientRect();
      paper.drawImage(tile, Math.round(at.left - frame.left), Math.round(at.top - frame.top), Math.round(at.width), Math.round(at.height));
    }
    const { data } = paper.getImageData(0, 0, paper.canvas.width, paper.canvas.height);
    let hash = 0;
    for (let i = 0; i < data.length; i += 61) hash = (Math.imul(hash, 31) + data[i]) | 0;
    return hash;
  }

  /** When it came to rest, in milliseconds since the page was asked for; 0 while it has not. */
  const restedAt = () => (quietSince && firstLabel ? Math.max(quietSince, firstLabel) : quietSince);

  window.look = { focusFault, controls, name, rests, restedAt, faults, labels, mapPrint };
})();
