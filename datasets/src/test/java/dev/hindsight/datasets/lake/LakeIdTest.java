package dev.hindsight.datasets.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeIdTest {
  private final Lake lake;

  LakeIdTest(@TempDir Path folder) {
    lake = new Lake(folder.resolve("lake"));
  }

  @Test
  void aLakeHasNoneUntilItIsAskedFor() throws IOException {
    assertThat(LakeId.find(lake)).isEmpty();
    LakeId id = LakeId.of(lake);

    assertThat(LakeId.find(lake)).contains(id);
    assertThat(LakeId.of(lake)).isEqualTo(id);
    assertThat(id.text()).hasSize(36);
  }

  @Test
  void itStaysWhenTheLakeMoves() throws IOException {
    LakeId id = LakeId.of(lake);
    Path moved = Files.move(lake.root(), lake.root().resolveSibling("moved"));

    assertThat(LakeId.of(new Lake(moved))).isEqualTo(id);
  }

  @Test
  void allThatAskAtOnceGetTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<LakeId>> questions = Collections.nCopies(64, () -> LakeId.of(lake));

    Set<LakeId> ids = new HashSet<>();
    for (Future<LakeId> answer : threads.invokeAll(questions)) {
      ids.add(answer.get());
    }
    threads.shutdown();

    assertThat(ids).hasSize(1);
    try (Stream<Path> files = Files.list(lake.root())) {
      assertThat(files).containsExactly(lake.id());
    }
  }
}
