package io.hearthwatch.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.tables.AlertReader;
import io.hearthwatch.io.tables.AlertRows;
import io.hearthwatch.io.tables.DeadLetterRow;
import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.StatementRow;
import io.hearthwatch.io.tables.StatisticReader;
import io.hearthwatch.io.tables.StatisticRow;
import io.hearthwatch.io.tables.TestAlerts;
import io.hearthwatch.io.tables.TestStatistics;
import io.hearthwatch.io.tables.UnreadableRow;
import io.hearthwatch.wire.CaseTransition;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that flows through the job needs Kryo. */
class TypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        ReceivedRecord.class,
        AlertRows.class,
        StatisticRow.class,
        StatementRow.class,
        DeadLetterRow.class,
        UnreadableRow.class
      })
  void areSerializedWithoutKryo(Class<?> type) {
    assertThat(serializer(type)).isNotNull();
  }

  @Test
  void rowsComeBackAsTheyWere() throws Exception {
    TypeSerializer<AlertRows> serializer = serializer(AlertRows.class);
    AlertRows raised = rows(TestAlerts.bytes(TestAlerts.raised("h1")));
    AlertRows ended =
        rows(
            TestAlerts.bytes(
                TestAlerts.ended(
                    TestAlerts.opened("h1"), CaseTransition.CLOSED, TestAlerts.DAY.plusDays(3))));
    DataOutputSerializer out = new DataOutputSerializer(1024);
    serializer.serialize(raised, out);
    serializer.serialize(ended, out);

    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(serializer.deserialize(in)).isEqualTo(raised);
    assertThat(serializer.deserialize(in)).isEqualTo(ended);
  }

  @Test
  void figuresComeBackAsTheyWere() throws Exception {
    TypeSerializer<StatisticRow> serializer = serializer(StatisticRow.class);
    StatisticRow row =
        new StatisticReader().read(TestStatistics.record(1, TestStatistics.of("36", 202403, 7)));
    DataOutputSerializer out = new DataOutputSerializer(1024);
    serializer.serialize(row, out);

    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(row);
  }

  private static AlertRows rows(byte[] alert) throws Exception {
    return new AlertReader().read(TestAlerts.record(1, alert));
  }

  private static <T> TypeSerializer<T> serializer(Class<T> type) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    return TypeInformation.of(type).createSerializer(config);
  }
}
