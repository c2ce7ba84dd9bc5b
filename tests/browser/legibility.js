// Runs in the page: the visible texts whose contrast is below what WCAG 2.2 AA asks for (1.4.3), and whether anything is too wide
// or what one types in is cut off.
(() => {
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = channels(color).map((channel) => {
      const value = channel / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return channels(color)[3] === 0 && element.parentElement ? groundOf(element.parentElement) : color;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
  const shown = [...document.body.querySelectorAll('*')].filter(
    (element) => hasText(element) && element.checkVisibility({ opacityProperty: true }),
  );
  const faint = shown
    .map((element) => {
      const ratio = contrast(getComputedStyle(element).color, groundOf(element));
      return { text: element.textContent.trim().slice(0, 40), ratio: Math.round(ratio * 100) / 100 };
    })
    .filter(({ ratio }) => ratio < 4.5);
  const boxes = [document.documentElement, ...document.querySelectorAll('.pane, .scroller')];
  const tooWide = boxes.some((one) => one.scrollWidth > one.clientWidth);
  const cutOff = [...document.querySelectorAll('.composer')].some(
    (composer) => composer.getBoundingClientRect().bottom > innerHeight,
  );
  return { texts: shown.length, faint, tooWide, cutOff };
})();
