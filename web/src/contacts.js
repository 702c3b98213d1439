/* contacts: the only addresses and telephone numbers that the page names.
 *
 * Each was found on a public page (the source stands beside it); what was not
 * confirmed does not stand here. Addresses are shown as text to type or copy,
 * never as links; telephone numbers can be tapped. */
export const contacts = {
  /* Amazon's own short message leads there; also aboutamazon.jp */
  message_center: 'https://www.amazon.co.jp/gp/message',
  message_center_phone: 'https://www.amazon.co.jp/gp/aw/message',
  amazon: 'https://www.amazon.co.jp',
  /* amazon.co.jp help G4YFYCCNUSENA23B: for people without an account */
  amazon_report: 'reportascam@amazon.com',
  /* antiphishing.jp */
  council_form: 'https://www.antiphishing.jp/registration.html',
  council_mail: 'info@antiphishing.jp',
};

const telephones = {
  /* police consultation line: pages of the Aichi, Niigata and Yamanashi police */
  police: { digits: '%239110', shown: '#9110' },
  /* consumer hotline: city of Kumamoto */
  consumer: { digits: '188', shown: '188' },
  /* IPA security consultation desk: guardian.jpn.com */
  ipa: { digits: '0359787509', shown: '03-5978-7509' },
};

export const telephoneNames = Object.keys(telephones);
export const telephoneOf = (who) => telephones[who];
