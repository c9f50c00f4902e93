package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedCausesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/dev/hindsight/ingest/profiles");
  private static final Path TAXONOMY =
      Path.of("../analytics-job/src/main/resources/dev/hindsight/analytics/taxonomy/causes.csv");

  static List<String> names() {
    return Profiles.shipped().all().stream().map(SourceProfile::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyCauseIsInTheTaxonomy(String profile) throws IOException {
    YamlValue yaml =
        YamlValue.of(
                Files.readString(RESOURCES.resolve(profile + ".yaml")),
                new ProfileProblems(profile))
            .orElseThrow();

    Map<String, YamlValue> causes = under("causes", under("maps", yaml)).entries();

    assertThat(causes).isNotEmpty();
    assertThat(causes.values()).extracting(YamlValue::textOrEmpty).isSubsetOf(taxonomy());
  }

  private static YamlValue under(String key, YamlValue value) {
    return Optional.ofNullable(value.entries().get(key)).orElseThrow();
  }

  private static Set<String> taxonomy() throws IOException {
    return Files.readAllLines(TAXONOMY).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.toSet());
  }
}
