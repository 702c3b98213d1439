/* icons: our own drawings as paths in a 24 x 24 box; 'fill' or 'line'. */
export const icons = {
  /* the mark: a round name seal with a tick cut into its frame */
  mark: [
    ['M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 0 0 0-21z', 'fill'],
    ['M12 4.6a7.4 7.4 0 1 0 7.4 7.4', 'cut'],
    ['M7.8 11.6l3.6 3.7L19.8 5.6', 'cut bold'],
  ],
  fake: [
    ['M7.8 1.8h8.4l6 6v8.4l-6 6H7.8l-6-6V7.8z', 'fill'],
    ['M8 8l8 8M16 8l-8 8', 'cut bold'],
  ],
  suspicious: [
    ['M12 2L23 21.5H1z', 'fill'],
    ['M12 8.8v6', 'cut bold'],
    ['M12 18.2v.1', 'cut bold'],
  ],
  account_at_risk: [
    ['M12 1.8l9 3.4v6.3c0 5-3.6 8.9-9 10.7c-5.4-1.8-9-5.7-9-10.7V5.2z', 'fill'],
    ['M12 7v6', 'cut bold'],
    ['M12 16.6v.1', 'cut bold'],
  ],
  consistent: [
    ['M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 0 0 0-21z', 'fill'],
    ['M7 12.3l3.6 3.7L17.2 8.4', 'cut bold'],
  ],
  unproven: [
    ['M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 0 0 0-21z', 'fill'],
    ['M8.9 9.3a3.15 3.15 0 1 1 4.7 2.75c-1.1.65-1.6 1.15-1.6 2.25', 'cut bold'],
    ['M12 17.6v.1', 'cut bold'],
  ],
  no_claim: [
    ['M4 2.5h16a2.5 2.5 0 0 1 2.5 2.5v14a2.5 2.5 0 0 1-2.5 2.5H4a2.5 2.5 0 0 1-2.5-2.5V5A2.5 2.5 0 0 1 4 2.5z', 'fill'],
    ['M7 12h10', 'cut bold'],
  ],
  good: [
    ['M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20z', 'fill'],
    ['M7 12.3l3.6 3.7L17.2 8.4', 'cut bold'],
  ],
  bad: [
    ['M8 2h8l6 6v8l-6 6H8l-6-6V8z', 'fill'],
    ['M8.5 8.5l7 7M15.5 8.5l-7 7', 'cut bold'],
  ],
  unknown: [
    ['M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20z', 'fill'],
    ['M9.2 9.4a2.9 2.9 0 1 1 4.3 2.5c-1 0.6-1.5 1.1-1.5 2', 'cut bold'],
    ['M12 17.3v.1', 'cut bold'],
  ],
  none: [
    ['M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20z', 'line'],
    ['M8 12h8', 'line'],
  ],
  paste: [
    [
      'M8 4H5.5A1.5 1.5 0 0 0 4 5.5v15A1.5 1.5 0 0 0 5.5 22h13a1.5 1.5 0 0 0 1.5-1.5v-15A1.5 1.5 0 0 0 18.5 4H16M9 2h6v4H9zM8 11h8M8 15h8M8 18.5h5',
      'line',
    ],
  ],
  file: [
    [
      'M3 6.5A1.5 1.5 0 0 1 4.5 5H9l2 2.5h8.5A1.5 1.5 0 0 1 21 9v9.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5z',
      'line',
    ],
  ],
  link: [
    [
      'M10 14a4.5 4.5 0 0 0 6.4 0l3.2-3.2a4.5 4.5 0 0 0-6.4-6.4L11.8 5.8M14 10a4.5 4.5 0 0 0-6.4 0l-3.2 3.2a4.5 4.5 0 0 0 6.4 6.4l1.4-1.4',
      'line',
    ],
  ],
  settings: [['M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5', 'line']],
  copy: [['M9 8.5h10.5v12H9zM5 15.5H4.5v-12H15V5', 'line']],
  picture: [['M4 5h16v14H4zM4 16l5-5l4 4l3-3l4 4', 'line'], ['M15.5 9.5h.01', 'line']],
  print: [['M7 8V3h10v5M7 17H4V8.5h16V17h-3M7 14h10v7H7z', 'line']],
  save: [['M12 3v12M7 10.5l5 5l5-5M4 20.5h16', 'line']],
  back: [['M20 12H5M11 5.5L4.5 12l6.5 6.5', 'line']],
  close: [['M5 5l14 14M19 5L5 19', 'line']],
  right: [['M9 5l7 7l-7 7', 'line']],
  hand: [
    ['M12 2.5l8.5 3.2v6c0 4.7-3.4 8.3-8.5 10c-5.1-1.7-8.5-5.3-8.5-10v-6z', 'line'],
    ['M8.5 12l2.6 2.6L15.7 9.5', 'line'],
  ],
};
