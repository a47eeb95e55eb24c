"""The stream of random numbers: numpy's ``PCG64(int(seed, 16)).random_raw``, and U = (raw >> 11) · 2^−53.

numpy turns the seed into the generator's 256 bits of state by a ``SeedSequence`` (after M. E. O'Neill's seed_seq_fe).
Then each number is one step of a linear congruential generator of 128 bits, its two halves folded together and rotated
(PCG XSL-RR 128/64).
"""

from __future__ import annotations

from collections.abc import Iterator

WORD = 0xFFFF_FFFF
LONG = 0xFFFF_FFFF_FFFF_FFFF
STATE = (1 << 128) - 1

POOL_SIZE = 4
INIT_A, MULT_A = 0x43B0D7E5, 0x931E8875
INIT_B, MULT_B = 0x8B51F9DD, 0x58F38DED
MIX_LEFT, MIX_RIGHT = 0xCA01F9DD, 0x4973F715
MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645


def uniforms(seed: str) -> Iterator[float]:
    """U without end, each in [0, 1), for a seed of hex digits."""
    for raw in random_raw(int(seed, 16)):
        yield (raw >> 11) * 2.0**-53


def random_raw(entropy: int) -> Iterator[int]:
    """The 64-bit numbers of PCG64, without end."""
    first, second, third, fourth = seed_words(entropy)
    increment = ((third << 64 | fourth) << 1 | 1) & STATE
    # The C code steps from state 0, adds the seed, and steps again.
    state = ((increment + (first << 64 | second)) * MULTIPLIER + increment) & STATE
    while True:
        state = (state * MULTIPLIER + increment) & STATE
        folded = (state >> 64) ^ (state & LONG)
        turn = state >> 122
        yield (folded >> turn | folded << (64 - turn)) & LONG


def seed_words(entropy: int) -> list[int]:
    """``SeedSequence(entropy).generate_state(4, uint64)``."""
    pool = mixed_pool(words_of(entropy))
    constant = INIT_B
    words = []
    for place in range(8):
        word = pool[place % POOL_SIZE] ^ constant
        constant = constant * MULT_B & WORD
        word = word * constant & WORD
        words.append(word ^ word >> 16)
    return [low | high << 32 for low, high in zip(words[::2], words[1::2], strict=True)]


def words_of(entropy: int) -> list[int]:
    """A whole number as 32-bit words, lowest first; leading zero words do not count, but 0 itself is one word."""
    words = [entropy & WORD]
    while entropy := entropy >> 32:
        words.append(entropy & WORD)
    return words


def mixed_pool(words: list[int]) -> list[int]:
    """Four words, on each of which every bit of the entropy has told."""
    hashed = Hash()
    pool = [hashed(word) for word in [*words, 0, 0, 0, 0][:POOL_SIZE]]
    for source in range(POOL_SIZE):
        for target in range(POOL_SIZE):
            if source != target:
                pool[target] = mix(pool[target], hashed(pool[source]))
    for word in words[POOL_SIZE:]:
        for target in range(POOL_SIZE):
            pool[target] = mix(pool[target], hashed(word))
    return pool


class Hash:
    """A hash of one word whose constant moves on with every use."""

    def __init__(self) -> None:
        self.constant = INIT_A

    def __call__(self, word: int) -> int:
        word ^= self.constant
        self.constant = self.constant * MULT_A & WORD
        word = word * self.constant & WORD
        return word ^ word >> 16


def mix(left: int, right: int) -> int:
    """Two words made one."""
    mixed = (MIX_LEFT * left - MIX_RIGHT * right) & WORD
    return mixed ^ mixed >> 16
