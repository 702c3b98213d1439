// random: a seeded generator, so that a difference can be seen again.

/** Numbers in [0, 1) by Marsaglia's xorshift with 32 bits. */
export function makeRandom(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
