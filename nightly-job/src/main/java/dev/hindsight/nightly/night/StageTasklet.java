package dev.hindsight.nightly.night;

import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A stage as a step. */
record StageTasklet(Stage stage, NightRequest request, NightSummary summary) implements Tasklet {
  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext chunk)
      throws IOException {
    timed(stage, request, summary);
    return RepeatStatus.FINISHED;
  }

  static void timed(Stage stage, NightRequest request, NightSummary summary) throws IOException {
    long start = System.nanoTime();
    stage.run(request, summary);
    summary.took(stage.name(), (System.nanoTime() - start) / 1e9);
  }
}
