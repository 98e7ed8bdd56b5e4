package io.tidemark.simulator;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An HTTP status and how often it is answered.
 *
 * @param status HTTP status
 * @param count 0 for always
 */
record StatusCount(int status, long count) {

    /** Reads {@code 401} or {@code 401:3}. */
    static final class Converter implements ITypeConverter<StatusCount> {

        @Override
        public StatusCount convert(String text) {
            if (!text.matches("\\d{3}(:\\d{1,9})?")) {
                throw new TypeConversionException("'" + text + "' is not an HTTP status such as 401 or 401:3");
            }
            return new StatusCount(
                    Integer.parseInt(text.substring(0, 3)), text.length() > 3 ? Long.parseLong(text.substring(4)) : 0);
        }
    }
}
