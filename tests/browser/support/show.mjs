// show: hands bytes to the page as a dropped file and waits until they are shown.

/** { verdict, wide: pixels too wide, unnamed: an id that was shown instead of a sentence }. */
export const showBytes = (person, bytes) =>
  person.run(async (base64) => {
    const binary = atob(base64);
    const content = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) content[at] = binary.charCodeAt(at);
    const old = document.querySelector('[data-verdict], .problem');
    const data = new DataTransfer();
    data.items.add(new File([content], 'message.eml'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    const shown = () => {
      const now = document.querySelector('[data-verdict], .problem');
      return now && now !== old ? now : null;
    };
    for (const end = Date.now() + 30000; !shown() && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 5));
    for (const fold of document.querySelectorAll('.message details')) fold.open = true;
    document.getElementById('show-hidden')?.click();
    const words = [...document.querySelectorAll('.reason p, .trick, .card-sentence, .hidden-why, [data-oddity]')].map(
      (element) => element.textContent.trim(),
    );
    return {
      verdict: shown()?.dataset.verdict ?? null,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      unnamed: words.find((text) => /^[a-z0-9-]+$/.test(text)) ?? '',
    };
  }, Buffer.from(bytes).toString('base64'));
