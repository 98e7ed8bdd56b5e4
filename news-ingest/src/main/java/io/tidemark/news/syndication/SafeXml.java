package io.tidemark.news.syndication;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;

/** Reads XML of strangers: a document type declaration is refused, so there are no entities to expand or to fetch. */
final class SafeXml {
    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    /** Feeds are a handful of elements deep; reading a document that is a million deep would exhaust the stack. */
    private static final String DEEPEST = "200";

    private SafeXml() {}

    /**
     * Reads a document in the encoding that the content type, the byte order mark or the declaration names.
     *
     * @throws JDOMException when it is no XML, has a document type declaration, or is absurdly deep
     * @throws IOException when its encoding is none we know
     */
    static Document read(byte[] body, String contentType) throws JDOMException, IOException {
        var builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setProperty(MAX_DEPTH, DEEPEST);
        builder.setExpandEntities(false);
        try (var reader = contentType.isEmpty()
                ? new XmlReader(new ByteArrayInputStream(body), true)
                : new XmlReader(new ByteArrayInputStream(body), contentType, true)) {
            return builder.build(reader);
        }
    }
}
