package dev.hindsight.ingest;

import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Job instances that have no execution. Spring Batch writes an instance and its first execution in
 * two transactions; a process that is killed between them leaves an instance that Spring Batch
 * itself refuses to run ("Cannot find any job execution for job instance").
 */
public final class NeverRunInstances {
  private NeverRunInstances() {}

  /**
   * Removes the job's instance of these parameters if it was never run, so that it can be started.
   * Only for whoever holds the work: another process may be about to run its own.
   *
   * @param jobName the name of the job
   */
  public static void forget(JobRepository repository, String jobName, JobParameters parameters) {
    JobInstance instance = repository.getJobInstance(jobName, parameters);
    if (instance != null && repository.getJobExecutions(instance).isEmpty()) {
      repository.deleteJobInstance(instance);
    }
  }
}
