/* samples: made-up messages to try and to learn from, and the person they are sent to. */
import fakeJa from '../samples/fake.ja.eml';
import signInJa from '../samples/sign_in.ja.eml';
import textMessageJa from '../samples/text_message.ja.txt';
import fakeEn from '../samples/fake.en.eml';
import signInEn from '../samples/sign_in.en.eml';
import textMessageEn from '../samples/text_message.en.txt';
import lesson1Ja from '../samples/lesson_1.ja.eml';
import lesson2Ja from '../samples/lesson_2.ja.eml';
import lesson3Ja from '../samples/lesson_3.ja.eml';
import lesson4Ja from '../samples/lesson_4.ja.eml';
import lesson5Ja from '../samples/lesson_5.ja.eml';
import lesson1En from '../samples/lesson_1.en.eml';
import lesson2En from '../samples/lesson_2.en.eml';
import lesson3En from '../samples/lesson_3.en.eml';
import lesson4En from '../samples/lesson_4.en.eml';
import lesson5En from '../samples/lesson_5.en.eml';

const hanako = { emails: ['hanako@mail.example'], names: ['山田 花子'], devices: [], places: [] };
const emma = { emails: ['emma@mail.example'], names: ['Emma Brown'], devices: [], places: [] };

const samples = {
  ja: {
    fake: { text: fakeJa, profile: hanako },
    sign_in: { text: signInJa, profile: hanako },
    text_message: { text: textMessageJa, profile: null },
  },
  en: {
    fake: { text: fakeEn, profile: emma },
    sign_in: { text: signInEn, profile: emma },
    text_message: { text: textMessageEn, profile: null },
  },
};

export const samplesIn = (language) => samples[language];

/* What the practice round asks about, in this order. */
const lessons = {
  ja: { person: hanako, texts: [lesson1Ja, lesson2Ja, lesson3Ja, lesson4Ja, lesson5Ja] },
  en: { person: emma, texts: [lesson1En, lesson2En, lesson3En, lesson4En, lesson5En] },
};

export function lessonsIn(language) {
  const { person, texts } = lessons[language];
  return texts.map((text) => ({ text, options: { kind: 'auto', origin: 'file' }, sample: { profile: person } }));
}
