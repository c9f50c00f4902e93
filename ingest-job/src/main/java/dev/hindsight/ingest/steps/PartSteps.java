package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileWork;
import dev.hindsight.ingest.batches.PartReading;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.steps.RunningFiles.RunningFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Cuts a file into parts, each a step execution of its own, and reads a part. Keeps no state: which
 * parts are finished is known from the work folder. Safe for several threads.
 *
 * @param stepName of the step that reads a part
 */
record PartSteps(String stepName, JobRepository repository, RunningFiles files, FeedRecords records)
    implements StepExecutionSplitter, Tasklet {
  private static final String NUMBER = "number";
  private static final String START_BYTE = "startByte";
  private static final String END_BYTE = "endByte";
  private static final String FIRST_LINE = "firstLine";

  @Override
  public String getStepName() {
    return stepName;
  }

  @Override
  public Set<StepExecution> split(StepExecution whole, int gridSize) throws JobExecutionException {
    List<CsvPart> parts = parts(files.of(whole.getJobParameters()));
    SimpleStepExecutionSplitter splitter =
        new SimpleStepExecutionSplitter(repository, stepName, ignored -> contexts(parts));
    splitter.setAllowStartIfComplete(true);
    return splitter.split(whole, gridSize);
  }

  private static List<CsvPart> parts(RunningFile file) throws JobExecutionException {
    try {
      return new FileWork(file.task()).begin();
    } catch (IOException e) {
      throw new JobExecutionException("The file cannot be cut into parts", e);
    }
  }

  private static Map<String, ExecutionContext> contexts(List<CsvPart> parts) {
    Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
    for (CsvPart part : parts) {
      ExecutionContext context = new ExecutionContext();
      context.putInt(NUMBER, part.number());
      context.putLong(START_BYTE, part.startByte());
      context.putLong(END_BYTE, part.endByte());
      context.putLong(FIRST_LINE, part.firstLine());
      contexts.put("part" + part.number(), context);
    }
    return contexts;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    StepExecution step = contribution.getStepExecution();
    RunningFile file = files.of(step.getJobParameters());
    try {
      PartReading.Counts counts =
          new PartReading(file.task(), records, file.progress())
              .read(part(step.getExecutionContext()));
      step.setReadCount(counts.read());
      contribution.incrementWriteCount(counts.accepted());
      return RepeatStatus.FINISHED;
    } catch (Throwable e) {
      file.failure().compareAndSet(null, e);
      throw e;
    }
  }

  private static CsvPart part(ExecutionContext context) {
    return new CsvPart(
        context.getInt(NUMBER),
        context.getLong(START_BYTE),
        context.getLong(END_BYTE),
        context.getLong(FIRST_LINE));
  }
}
