/* samples: made-up messages to try, and the person they are sent to. */
import fakeJa from '../samples/fake.ja.eml';
import signInJa from '../samples/sign_in.ja.eml';
import textMessageJa from '../samples/text_message.ja.txt';
import fakeEn from '../samples/fake.en.eml';
import signInEn from '../samples/sign_in.en.eml';
import textMessageEn from '../samples/text_message.en.txt';

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
