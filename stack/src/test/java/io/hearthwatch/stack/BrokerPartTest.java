package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BrokerPartTest {

  /** Read as Kafka reads it: else a folder with a Chinese name would be another one. */
  @Test
  void aFolderOfAnyNameIsTheSameInTheProperties() throws Exception {
    for (String folder : new String[] {"/home/张伟/low income/var", "/tmp/a\\b", "/tmp/é"}) {
      String line = "log.dirs=" + BrokerPart.escaped(Path.of(folder)) + "\n";
      Properties read = new Properties();
      read.load(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
      assertThat(read.getProperty("log.dirs")).isEqualTo(folder);
    }
  }
}
