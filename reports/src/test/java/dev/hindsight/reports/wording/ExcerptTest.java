package dev.hindsight.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void lineBreaksAndControlsBecomeOneSpace() {
    assertThat(Excerpt.of(" a\r\n\tb\u0000\u2028c ", 20)).isEqualTo("a b c");
  }

  @Test
  void marksOfDirectionAreDropped() {
    assertThat(Excerpt.of("abc\u202egpj.exe\u2066\ufeff", 20)).isEqualTo("abcgpj.exe");
  }

  @Test
  void rightToLeftNamesAndEmojiStay() {
    assertThat(Excerpt.of("שלום 👩‍🔧 مرحبا", 40)).isEqualTo("שלום 👩‍🔧 مرحبا");
  }

  @Test
  void halvesOfCharactersAreReplaced() {
    assertThat(Excerpt.of("a\ud83d", 5)).isEqualTo("a\ufffd");
  }

  @Test
  void longTextsAreCutBetweenCharacters() {
    assertThat(Excerpt.of("👍".repeat(10_000), 5)).isEqualTo("👍👍👍👍…");
    assertThat(Excerpt.of("12345", 5)).isEqualTo("12345");
  }
}
