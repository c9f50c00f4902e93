package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Profiles of texts. */
final class ReadProfiles {
  private ReadProfiles() {}

  /** A profile that has no problem. */
  static SourceProfile of(String yaml) {
    ProfileProblems problems = new ProfileProblems("test.yaml");
    SourceProfile profile = new ProfileReader(text(yaml), problems).read().orElseThrow();
    assertThat(problems.messages()).isEmpty();
    return profile;
  }

  /** Everything that is wrong with a profile. */
  static List<String> problemsOf(String yaml) {
    ProfileProblems problems = new ProfileProblems("test.yaml");
    new ProfileReader(text(yaml), problems).read();
    return problems.messages();
  }

  static SourceProfile shipped(String name) {
    return Profiles.shipped().named(name).orElseThrow();
  }

  private static ProfileText text(String yaml) {
    return new ProfileText("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
