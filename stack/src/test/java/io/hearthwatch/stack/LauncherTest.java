package io.hearthwatch.stack;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's failures, which come before there is any Java to test. */
class LauncherTest {
  @TempDir private Path folder;

  private String failure(Map<String, String> environment) throws Exception {
    return failure("status", environment);
  }

  private String failure(String command, Map<String, String> environment) throws Exception {
    return failure(Tree.home().file("hearthwatch"), command, environment);
  }

  private static String failure(Path script, String command, Map<String, String> environment)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(output).doesNotContain("\n");
    return output;
  }

  private Map<String, String> java(String release) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.createFile(bin.resolve("java")).toFile().setExecutable(true);
    Files.writeString(folder.resolve("jdk/release"), release);
    return Map.of("JAVA_HOME", folder.resolve("jdk").toString());
  }

  @Test
  void anOldJavaIsOneLine() throws Exception {
    assertThat(failure(java("JAVA_VERSION=\"11.0.2\"\n")))
        .contains("is Java 11.0.2; Hearthwatch needs 17 or newer");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"1.8.0_392\"\n");
    assertThat(failure(Map.of("JAVA_HOME", folder.resolve("jdk").toString())))
        .contains("is Java 1.8.0_392");
  }

  @Test
  void anotherMachineIsOneLine() throws Exception {
    Path uname = folder.resolve("uname");
    Files.writeString(uname, "#!/bin/sh\necho Darwin arm64\n");
    assertThat(uname.toFile().setExecutable(true)).isTrue();
    String path = folder + ":" + System.getenv("PATH");
    assertThat(failure("up", Map.of("PATH", path)))
        .contains("for Linux on x86-64 only, and this is Darwin arm64; use docker-compose.yml");
  }

  /** Else file names in Chinese could not be read, and answers would be question marks. */
  @Test
  void withoutALanguageTextIsUtf8() throws Exception {
    Map<String, String> java = java("JAVA_VERSION=\"17.0.1\"\n");
    Path program = folder.resolve("jdk/bin/java");
    Files.writeString(program, "#!/bin/sh\necho \"$LC_ALL,$LC_CTYPE,$LANG\"\nexit 1\n");
    assertThat(localeOf(java, Map.of())).isEqualTo(",C.UTF-8,");
    assertThat(localeOf(java, Map.of("LC_ALL", "C"))).isEqualTo(",C.UTF-8,");
    assertThat(localeOf(java, Map.of("LANG", "POSIX"))).isEqualTo(",C.UTF-8,POSIX");
    assertThat(localeOf(java, Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(",,zh_CN.UTF-8");
  }

  /** By a tree that counts as built, so that nothing is. */
  private String localeOf(Map<String, String> java, Map<String, String> locale) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path script = home.resolve("hearthwatch");
    Files.copy(Tree.home().file("hearthwatch"), script, REPLACE_EXISTING, COPY_ATTRIBUTES);
    for (String built :
        List.of(
            "stack/target/hearthwatch-stack.jar",
            "stack/parts/broker/target/classpath",
            "stack/parts/flink/target/classpath",
            "stack/parts/postgres/target/classpath")) {
      Files.createDirectories(home.resolve(built).getParent());
      Files.writeString(home.resolve(built), "");
    }
    Map<String, String> environment =
        new HashMap<>(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""));
    environment.putAll(java);
    environment.putAll(locale);
    return failure(script, "status", environment);
  }

  @Test
  void aWrongJavaHomeIsOneLine() throws Exception {
    assertThat(failure(Map.of("JAVA_HOME", folder.resolve("nowhere").toString())))
        .contains("there is no bin/java in it");
  }
}
