package io.tidemark.batch.publish;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows as Parquet with Spark's own library, for the same reason as {@link ParquetBarFile}. Instants are UTC milliseconds. */
final class ParquetRowFile implements RowFile {
    private static final long ROW_GROUP_BYTES = 8L << 20;

    private final MessageType schema;
    private final String[] columns;
    private final Path file;
    private final ParquetWriter<Group> out;

    ParquetRowFile(Path file, StructType rows) throws IOException {
        this.file = file;
        columns = rows.fieldNames();
        var fields = new Type[columns.length];
        for (int i = 0; i < columns.length; i++) {
            fields[i] = field(rows.fields()[i]);
        }
        schema = new MessageType("row", fields);
        out = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP_BYTES)
                // Without Hadoop's files of settings, which would be parsed for every file.
                .withConf(new Configuration(false))
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build();
    }

    @Override
    public void add(Row row) throws IOException {
        var group = new SimpleGroup(schema);
        for (int i = 0; i < columns.length; i++) {
            put(group, i, row.get(i));
        }
        out.write(group);
    }

    @Override
    public void close() throws IOException {
        out.close();
        ParquetFooter.putInOrder(file);
    }

    private static void put(Group group, int column, @Nullable Object value) {
        if (value == null || (value instanceof Double number && Double.isNaN(number))) {
            return;
        }
        if (value instanceof String text) {
            group.add(column, text);
        } else if (value instanceof Double number) {
            group.add(column, number);
        } else if (value instanceof Long number) {
            group.add(column, number);
        } else if (value instanceof Integer number) {
            group.add(column, number);
        } else if (value instanceof Boolean flag) {
            group.add(column, flag);
        } else if (value instanceof Timestamp instant) {
            group.add(column, instant.toInstant().toEpochMilli());
        } else if (value instanceof Date date) {
            group.add(column, (int) date.toLocalDate().toEpochDay());
        } else {
            throw new IllegalArgumentException("no result holds values of " + value.getClass());
        }
    }

    private static Type field(StructField field) {
        DataType type = field.dataType();
        if (type.equals(DataTypes.StringType)) {
            return named(field, PrimitiveTypeName.BINARY, stringType());
        }
        if (type.equals(DataTypes.DoubleType)) {
            return named(field, PrimitiveTypeName.DOUBLE, null);
        }
        if (type.equals(DataTypes.LongType)) {
            return named(field, PrimitiveTypeName.INT64, null);
        }
        if (type.equals(DataTypes.IntegerType)) {
            return named(field, PrimitiveTypeName.INT32, null);
        }
        if (type.equals(DataTypes.BooleanType)) {
            return named(field, PrimitiveTypeName.BOOLEAN, null);
        }
        if (type.equals(DataTypes.TimestampType)) {
            return named(field, PrimitiveTypeName.INT64, timestampType(true, TimeUnit.MILLIS));
        }
        if (type.equals(DataTypes.DateType)) {
            return named(field, PrimitiveTypeName.INT32, dateType());
        }
        throw new IllegalArgumentException("no result has a column of " + type);
    }

    private static Type named(StructField field, PrimitiveTypeName type, @Nullable LogicalTypeAnnotation meaning) {
        var builder = Types.primitive(type, field.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED);
        return (meaning == null ? builder : builder.as(meaning)).named(field.name());
    }
}
