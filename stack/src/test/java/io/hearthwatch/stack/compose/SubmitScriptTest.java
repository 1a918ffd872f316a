package io.hearthwatch.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.stack.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script by which a container submits a job, with a Flink that only says what it was told. */
class SubmitScriptTest {
  private static final Home HOME = new Home(Path.of("").toAbsolutePath().getParent());

  /** What {@code flink list} prints of a job that runs. */
  private static final String RUNS = "28.11.2026 03:00:00 : 7a1f : %s (RUNNING)";

  @TempDir private Path root;

  @BeforeEach
  void lay() throws IOException {
    Files.createDirectories(root.resolve("conf"));
    for (String file : List.of("submit.sh", "config.yaml")) {
      Files.copy(HOME.file("flink-conf/docker/" + file), root.resolve("conf").resolve(file));
    }
    Files.createDirectories(root.resolve("flink/conf"));
    Path flink = Files.createDirectories(root.resolve("flink/bin")).resolve("flink");
    Files.writeString(
        flink,
        "#!/usr/bin/env bash\n"
            + "if [[ $1 == list ]]; then cat \"$FLINK_HOME/runs\"; else echo \"$@\"; fi\n");
    assertThat(flink.toFile().setExecutable(true)).isTrue();
    runs("");
  }

  @Test
  void aJobThatNeverRanBeginsAtTheBeginning() throws Exception {
    assertThat(submitted("tables"))
        .startsWith("run -d -m jobmanager:8081 -p 1 ")
        .contains("-Dexecution.checkpointing.dir=file://" + root + "/data/checkpoints/tables ")
        .endsWith(" -c the.Main /jobs/tables.jar --mode live")
        .doesNotContain(" -s ");
    assertThat(root.resolve("flink/conf/config.yaml"))
        .hasSameTextualContentAs(root.resolve("conf/config.yaml"));
  }

  @Test
  void aJobThatRanGoesOnFromItsNewestCompletePoint() throws Exception {
    complete("checkpoints/tables/aa/chk-7", 100);
    complete("checkpoints/tables/bb/chk-2", 200);
    complete("checkpoints/assistance/cc/chk-9", 900);
    Files.createDirectories(root.resolve("data/checkpoints/tables/bb/chk-3")); // interrupted
    assertThat(submitted("tables"))
        .contains(" -s file://" + root + "/data/checkpoints/tables/bb/chk-2 ");

    complete("savepoints/tables/savepoint-y", 300);
    assertThat(submitted("tables"))
        .contains(" -s file://" + root + "/data/savepoints/tables/savepoint-y ");
  }

  /** To begin at the beginning would tell every case anew. */
  @Test
  void checkpointsThatNobodyCanNameAreNotPassedOver() throws Exception {
    complete("checkpoints/0123456789abcdef0123456789abcdef/chk-7", 100);
    assertThat(run("tables", 1)).contains("jobs without a name");
    complete("checkpoints/tables/0123456789abcdef0123456789abcdef/chk-7", 100);
    assertThat(submitted("tables")).contains(" -s file://");
  }

  @Test
  void aJobThatRunsIsLeftAlone() throws Exception {
    runs(RUNS.formatted("household-risk"));
    assertThat(submitted("household-risk")).isEqualTo("household-risk runs already");
    // Red twin: it is another one's.
    assertThat(submitted("tables")).startsWith("run ");
  }

  private void complete(String folder, long atSeconds) throws IOException {
    Path metadata = root.resolve("data").resolve(folder).resolve("_metadata");
    Files.createDirectories(metadata.getParent());
    Files.createFile(metadata);
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(atSeconds * 1000));
  }

  private void runs(String list) throws IOException {
    Files.writeString(root.resolve("flink/runs"), list);
  }

  private String submitted(String job) throws Exception {
    return run(job, 0);
  }

  /** The last line that was printed. */
  private String run(String job, int exit) throws Exception {
    ProcessBuilder script =
        new ProcessBuilder(
                "bash",
                root.resolve("conf/submit.sh").toString(),
                job,
                "1",
                "the.Main",
                "/jobs/" + job + ".jar",
                "--mode",
                "live")
            .redirectErrorStream(true);
    script.environment().put("FLINK_HOME", root.resolve("flink").toString());
    Process process = script.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(lines.toString()).isEqualTo(exit);
    return lines.get(lines.size() - 1);
  }
}
