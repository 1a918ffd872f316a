package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {

  private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  @Test
  void equalsTheExampleOfTheStandard() {
    assertThat(new NameBasedId(DNS).of("www.example.com"))
        .as("RFC 9562, appendix A.4")
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @Test
  void equalsOtherImplementations() {
    assertThat(new NameBasedId(DNS).of("python.org"))
        .as("documentation of Python's uuid module")
        .hasToString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
  }

  @Test
  void theNamespaceOfEventsIsItselfDerived() {
    assertThat(new NameBasedId(URL).of("urn:hearthwatch:event"))
        .hasToString(NameBasedId.EVENTS.toString());
  }

  @Test
  void isUnmovedByEarlierNames() {
    NameBasedId ids = new NameBasedId(NameBasedId.EVENTS);
    var first = ids.of("家庭/1");
    ids.of("家庭/2");
    assertThat(ids.of("家庭/1")).isEqualTo(first);
    assertThat(UUID.fromString(first.toString()).version()).isEqualTo(5);
    assertThat(UUID.fromString(first.toString()).variant()).isEqualTo(2);
  }
}
