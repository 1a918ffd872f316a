package io.hearthwatch.io.tables;

import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.LocalTimeTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink has a serializer for dates, but must be told to use it. */
public final class LocalDateType extends TypeInfoFactory<LocalDate> {

  @Override
  public TypeInformation<LocalDate> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> parameters) {
    return LocalTimeTypeInfo.LOCAL_DATE;
  }
}
