package dev.hindsight.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.overview.OverviewFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class WriteReportsJobTest {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-02-28"), 1);

  private Path folder;
  private Lake lake;
  private Path outbox;
  private ConfigurableApplicationContext context;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(ReportsConfiguration.class)
  static class TestApplication {}

  @BeforeEach
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    lake = new Lake(folder.resolve("lake"));
    outbox = folder.resolve("outbox");
    MartFixture.write(lake, VERSION, Showcase.sellers());
    context = startContext();
  }

  private ConfigurableApplicationContext startContext() {
    return new SpringApplicationBuilder(TestApplication.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.batch.job.enabled=false",
            "spring.batch.jdbc.initialize-schema=always",
            "spring.main.banner-mode=off",
            "spring.datasource.url=jdbc:h2:file:" + folder.resolve("jobs"))
        .run();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void everySellerHasAPageAndThoseWithAnAddressAMessage() {
    ReportsResult result = write();

    Path written = outbox.resolve("2026-02-28.1");
    assertThat(result).isEqualTo(new ReportsResult(6, 1, written.resolve("index.html")));
    assertThat(filesIn(written).keySet())
        .containsExactly(
            "6d803cb79cc31c41c4c789a75933b3c7.eml",
            "6d803cb79cc31c41c4c789a75933b3c7.html",
            "index.html",
            "overview.html",
            "s-077.eml",
            "s-077.html",
            "s-118.eml",
            "s-118.html",
            "s-204.eml",
            "s-204.html",
            "s-330.eml",
            "s-330.html",
            "s-900.html");
  }

  @Test
  void noMessageIsLargerThanMailProgramsShowWhole() {
    write();

    Map<String, String> files = filesIn(outbox.resolve("2026-02-28.1"));
    files.remove("overview.html");
    files.forEach((name, content) -> assertThat(content.length()).as(name).isLessThan(80 * 1024));
  }

  @Test
  void theIndexLinksEveryFileAndListsWhoHasNoAddress() throws IOException {
    Document index = Jsoup.parse(Files.readString(write().indexPage()));

    assertThat(index.select("tbody tr th a[href$=.html]").eachAttr("href"))
        .containsExactly(
            "s-118.html",
            "s-330.html",
            "s-900.html",
            "6d803cb79cc31c41c4c789a75933b3c7.html",
            "s-204.html",
            "s-077.html");
    assertThat(index.select("a[href$=.eml]")).hasSize(5);
    assertThat(index.select("li a").eachAttr("href")).containsExactly("s-900.html");
    assertThat(index.text())
        .contains("Version 2026-02-28.1", "1 December 2025 to 28 February 2026");
    assertThat(index.select("h1")).hasSize(1);
    assertThat(index.select("link, img, script[src]")).isEmpty();
  }

  @Test
  void aVersionMadeAnewUnderItsOldNameIsWrittenAnew() throws IOException {
    write();
    DurableFiles.deleteTree(lake.root());
    MartFixture.write(lake, VERSION, List.of(Showcase.bad()));

    ReportsResult result = write();

    assertThat(result.reportCount()).isEqualTo(1);
    assertThat(filesIn(outbox.resolve("2026-02-28.1")).keySet())
        .containsExactly("index.html", "overview.html", "s-118.eml", "s-118.html");
  }

  @Test
  void theOverviewIsWrittenAnewWhereOnlyOtherMartsAre() throws IOException {
    write();
    Lake other = new Lake(folder.resolve("other"));
    OverviewFixture.write(other, "Plain");
    Files.copy(
        other.version(VERSION).resolve(Lake.VERSION_MANIFEST),
        lake.version(VERSION).resolve(Lake.VERSION_MANIFEST));

    write();

    assertThat(outbox.resolve("2026-02-28.1/overview.html"))
        .content()
        .contains("Version 2026-02-27.1, the one before");
  }

  @Test
  void theOverviewIsThatOfTheNewestVersionWhateverIsWrittenLast() throws IOException {
    VersionName earlier = new VersionName(LocalDate.parse("2026-02-27"), 1);
    MartFixture.write(lake, earlier, List.of(Showcase.bad()));
    write();

    run().write(new ReportsRequest(lake, earlier, outbox, ReportSettings.DEFAULTS));

    assertThat(outbox.resolve("2026-02-27.1/overview.html")).content().contains("2026-02-27.1");
    assertThat(outbox.resolve("overview.html"))
        .content()
        .contains("Version 2026-02-28.1", "href=\"2026-02-28.1/index.html\"");
    assertThat(outbox.resolve("2026-02-28.1/index.html"))
        .content()
        .contains("href=\"overview.html\"");
    assertThat(outbox.resolve("2026-02-28.1/overview.html"))
        .content()
        .contains("href=\"index.html\"");
  }

  @Test
  void onlyTheOwnerMayEnterTheOutbox() throws IOException {
    write();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outbox)))
        .isEqualTo("rwx------");
  }

  @Test
  void theSameVersionIsTheSameBytes() throws IOException {
    write();
    Map<String, String> first = filesIn(outbox.resolve("2026-02-28.1"));
    DurableFiles.deleteTree(outbox);

    write();

    assertThat(filesIn(outbox.resolve("2026-02-28.1"))).isEqualTo(first);
  }

  @Test
  void whatIsWrittenIsNotWrittenAgain() {
    ReportsResult first = write();

    assertThat(write()).isEqualTo(first);
    assertThat(executions()).isEqualTo(1);
  }

  @Test
  void otherSettingsReplaceTheFolder() throws IOException {
    write();

    ReportsResult result =
        run().write(request(new ReportSettings("Bazaar", "a@bazaar.example", null)));

    assertThat(Files.readString(result.indexPage())).contains("Reports of Bazaar");
    assertThat(outbox.resolve(".work")).isEmptyDirectory();
  }

  @Test
  void aFailedRunShowsNothingAndIsDoneAgain() throws IOException {
    Path second = brokenPart();
    String whole = Files.readString(second, StandardCharsets.ISO_8859_1);
    Files.writeString(second, "not parquet");

    assertThatThrownBy(this::write)
        .isInstanceOf(ReportsFailedException.class)
        .hasMessageStartingWith("Reports of version 2026-02-28.1 not written to " + outbox);
    assertThat(outbox.resolve("2026-02-28.1")).doesNotExist();

    Files.writeString(second, whole, StandardCharsets.ISO_8859_1);
    assertThat(write().reportCount()).isEqualTo(6);
  }

  @Test
  void anOutboxThatCannotBeWrittenIsSaidAndTriedAgain() throws IOException {
    Files.writeString(outbox, "a file where a folder is wanted");

    assertThatThrownBy(this::write)
        .isInstanceOf(ReportsFailedException.class)
        .hasMessageContaining("Outbox %s cannot be written", outbox);

    Files.delete(outbox);
    assertThat(write().reportCount()).isEqualTo(6);
    assertThat(executions()).isEqualTo(1);
  }

  @Test
  void aRunThatWasKilledIsDoneAgainByTheNextProcess() {
    JobRepository repository = context.getBean(JobRepository.class);
    var parameters = RequestParameters.of(request(ReportSettings.DEFAULTS), 1);
    var execution =
        repository.createJobExecution(
            repository.createJobInstance("writeReportsJob", parameters),
            parameters,
            new ExecutionContext());
    execution.setStatus(BatchStatus.STARTED);
    execution.setStartTime(LocalDateTime.parse("2026-03-01T02:00:00"));
    repository.update(execution);
    context.close();
    context = startContext();

    assertThat(write().reportCount()).isEqualTo(6);
  }

  @Test
  void aVersionWithoutReportsIsSaidInOneLine() {
    VersionName other = new VersionName(LocalDate.parse("2026-03-01"), 1);

    assertThatThrownBy(
            () -> run().write(new ReportsRequest(lake, other, outbox, ReportSettings.DEFAULTS)))
        .hasMessage(
            "Reports of version 2026-03-01.1 not written to %s: Version 2026-03-01.1 of lake %s has"
                + " no seller_reports; analyze that date again",
            outbox, lake.root());
  }

  @Test
  void aMarketplaceWithoutSellersHasAnEmptyIndex() throws IOException {
    VersionName empty = new VersionName(LocalDate.parse("2026-03-02"), 1);
    MartFixture.write(lake, empty, new ArrayList<SellerReport>());

    ReportsResult result =
        run().write(new ReportsRequest(lake, empty, outbox, ReportSettings.DEFAULTS));

    assertThat(result.reportCount()).isZero();
    assertThat(result.indexPage()).exists();
  }

  private Path brokenPart() throws IOException {
    try (Stream<Path> parts = Files.list(lake.version(VERSION).resolve("seller_reports"))) {
      return parts.sorted().toList().get(1);
    }
  }

  private long executions() {
    JobRepository repository = context.getBean(JobRepository.class);
    return repository.findJobInstances("writeReportsJob").size();
  }

  private ReportsResult write() {
    return run().write(request(ReportSettings.DEFAULTS));
  }

  private ReportRun run() {
    return context.getBean(ReportRun.class);
  }

  private ReportsRequest request(ReportSettings settings) {
    return new ReportsRequest(lake, VERSION, outbox, settings);
  }

  private static Map<String, String> filesIn(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : (Iterable<Path>) listed::iterator) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
