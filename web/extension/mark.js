/* mark: the place of a frame that is read apart; the sign cannot stand in a document. */
export const frameMark = (index) => `\u0000frame ${index}\u0000`;
