// What a posting's page is like from inside: a name for each, true where it is as it must be.
() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const outside = selector => !document.querySelector(selector)?.closest('article');
  const within = all('article .text *').filter(element => !element.closest('.timeline, .steps'));
  const schemes = ['http:', 'https:', 'mailto:', 'tel:'];
  const acts = name => name.startsWith('on') || name === 'style';
  return {
    'no script ran': !window.__stolen.length,
    'one h1': all('h1').length === 1,
    'the h1 is the page\'s own': all('.text h1').length === 0,
    'one main, one footer': all('main').length === 1 && all('footer').length === 1,
    'the footer is outside the article': outside('footer'),
    'the end of the page is outside the text': all('.text .end').length === 0,
    'the page has its style': getComputedStyle(document.body).marginTop === '0px',
    'links lead to pages, mail or telephone': all('a[href]').every(a => schemes.includes(a.protocol)),
    'nothing acts': all('*').every(e => !e.getAttributeNames().some(acts)),
    'the text names nothing': within.every(e => !e.hasAttribute('role') && !e.hasAttribute('name')),
    'ids in the text are those of headings and footnotes':
      within.every(e => !e.id || /^H[2-6]$/.test(e.tagName) || /^(Note|Ref)-\d/.test(e.id)),
    'nothing can be filled in': all('.text :is(input, button, select, textarea)').length === 0,
    'ids are used once': new Set(all('[id]').map(e => e.id)).size === all('[id]').length,
  };
}
