package io.tidemark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testkit.ImageReferences.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContainerImagesTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path IMAGES = ROOT.resolve("deploy/images");

    /** No package registry has Grafana: it can only be pulled. */
    private static final String ONLY_TO_BE_PULLED = "grafana/grafana";

    private static final String OUR_OWN = "tidemark/";

    @Test
    void every_third_party_image_that_is_named_is_in_the_list() throws IOException {
        List<String> listed = listed();
        List<Reference> unlisted = ImageReferences.find(ROOT, IMAGES).stream()
                .filter(reference -> !reference.image().startsWith(OUR_OWN))
                .filter(reference -> !name(reference.image()).equals(ONLY_TO_BE_PULLED))
                .filter(reference -> !listed.contains(reference.image()))
                .toList();
        assertThat(unlisted)
                .as("deploy/images/images.list has these names only: %s", listed)
                .isEmpty();
    }

    @Test
    void the_compose_file_of_airflow_is_among_what_is_looked_at() throws IOException {
        assertThat(ImageReferences.find(ROOT, IMAGES))
                .contains(new Reference(Path.of("orchestration/docker-compose.yml"), "postgres:17"));
    }

    @Test
    void tests_use_images_of_the_list() throws IOException {
        assertThat(listed()).contains(ContainerImages.KAFKA, ContainerImages.TIMESCALEDB);
    }

    @Test
    void broker_and_spark_have_the_version_of_their_libraries() throws IOException {
        assertThat(ContainerImages.KAFKA).isEqualTo("apache/kafka:" + version("kafka"));
        assertThat(listed())
                .filteredOn(image -> name(image).equals("apache/spark"))
                .singleElement()
                .asString()
                .startsWith("apache/spark:" + version("spark") + "-");
    }

    @Test
    void names_are_found_in_compose_files_as_they_are_written() {
        assertThat(ImageReferences.inCompose("""
                        x-common: &common
                          image: "a/b:1" # why
                        services:
                          one: { image: c:2, restart: always }
                          two:
                            image: ${TWO:-d/e:${TAG:-3}}
                            # image: left-out:4
                          three:
                            image: f:${VERSION:?must be told}
                          four:
                            image: &four "${FOUR:-g:4}"
                          five:
                            image: *four
                        """)).containsExactly("a/b:1", "c:2", "d/e:3", "f:${VERSION:?must", "g:4");
    }

    @Test
    void names_are_found_in_dockerfiles_but_for_stages_and_contexts() {
        assertThat(ImageReferences.inDockerfile("""
                        ARG BASE=a:1
                        FROM ${BASE} AS build
                        FROM --platform=linux/amd64 b/c:2 as run
                        COPY --from=build /x /x
                        COPY --from=fetched /y /y
                        COPY --chown=1:1 --from=d:3 /z /z
                        FROM build
                        FROM scratch
                        """)).containsExactly("a:1", "b/c:2", "d:3");
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(IMAGES.resolve("images.list")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2)[0])
                .toList();
    }

    private static String name(String image) {
        return image.replaceFirst(":[^/]*$", "");
    }

    private static String version(String product) throws IOException {
        Pattern property = Pattern.compile("<" + product + "\\.version>([^<]+)<");
        return property.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
