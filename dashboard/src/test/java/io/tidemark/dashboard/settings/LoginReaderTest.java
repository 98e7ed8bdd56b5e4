package io.tidemark.dashboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginReaderTest {
    private static final String REST = "$2a$12$" + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0";
    private static final String HASH = "{bcrypt}" + REST;

    @Test
    void users_sign_in_unless_something_else_is_said() {
        assertThat(login("--login.users=ada=" + HASH + ", grace@navy=" + HASH))
                .isEqualTo(new Login.Users(Map.of("ada", HASH, "grace@navy", HASH)));
        assertThat(problems()).singleElement().asString().contains("login.users is required", "--login.mode=open");
    }

    @Test
    void users_can_stand_in_a_file_between_remarks(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("users"), "# who reads\n\nada=" + HASH + "\ngrace=" + HASH + "\n");

        assertThat(login("--login.users-file=" + file)).isEqualTo(new Login.Users(Map.of("ada", HASH, "grace", HASH)));
    }

    @Test
    void a_file_without_users_or_that_is_not_there_is_named(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("users"), "# nobody yet\n");

        assertThat(problems("--login.users-file=" + empty))
                .singleElement()
                .asString()
                .contains("names no user");
        assertThat(problems("--login.users-file=/nowhere/users"))
                .anyMatch(problem -> problem.contains("/nowhere/users cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tr0ub4dor&3", "{noop}Tr0ub4dor&3", "{sha256}Tr0ub4dor&3", ""})
    void only_hashes_are_taken_and_no_message_repeats_what_might_be_a_password(String password) {
        assertThat(problems("--login.users=ada=" + password))
                .singleElement()
                .asString()
                .contains("the password of ada is plain text or no bcrypt hash", "--hash-password")
                .doesNotContain("Tr0ub4dor");
    }

    @Test
    void a_user_without_a_name_is_not_repeated_either() {
        assertThat(problems("--login.users=Tr0ub4dor"))
                .singleElement()
                .asString()
                .contains("expected NAME={bcrypt}HASH")
                .doesNotContain("Tr0ub4dor");
    }

    @Test
    void a_cheap_hash_and_a_name_that_is_there_twice_are_refused() {
        assertThat(problems("--login.users=ada=" + HASH.replace("$12$", "$09$")))
                .singleElement()
                .asString()
                .contains("cost below 10");
        assertThat(problems("--login.users=ada=" + HASH + ",ada=" + HASH))
                .singleElement()
                .asString()
                .contains("ada is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void nobody_is_let_in_unasked_at_an_address_that_others_reach(String address) {
        assertThat(problems("--login.mode=open", "--server.address=" + address))
                .singleElement()
                .asString()
                .startsWith("login.mode: open lets everybody in")
                .contains(address, "open-behind-loopback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    void everybody_may_come_to_loopback(String address) {
        assertThat(login("--login.mode=open", "--server.address=" + address)).isEqualTo(Login.Open.INSTANCE);
    }

    @Test
    void everybody_may_come_where_that_is_said_in_so_many_words() {
        assertThat(login("--login.mode=open-behind-loopback", "--server.address=0.0.0.0"))
                .isEqualTo(Login.Open.INSTANCE);
    }

    @Test
    void another_mode_is_refused() {
        assertThat(problems("--login.mode=off")).singleElement().asString().contains("expected users, oidc, open");
    }

    @Test
    void a_provider_needs_issuer_name_and_secret(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hush\n");

        assertThat(login(
                        "--login.mode=oidc",
                        "--oidc.issuer=https://id.example/realm",
                        "--oidc.client-id=tidemark",
                        "--oidc.client-secret-file=" + secret))
                .isEqualTo(new Login.Oidc(URI.create("https://id.example/realm"), "tidemark", "hush"));
        Files.writeString(secret, "\n");
        assertThat(problems(
                        "--login.mode=oidc",
                        "--oidc.issuer=https://id.example/realm",
                        "--oidc.client-id=tidemark",
                        "--oidc.client-secret-file=" + secret))
                .containsExactly("oidc.client-secret-file: " + secret + " holds no secret");
        assertThat(problems("--login.mode=oidc"))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("oidc.issuer is required"))
                .anyMatch(problem -> problem.startsWith("oidc.client-id is required"))
                .anyMatch(problem -> problem.startsWith("oidc.client-secret is required"));
        assertThat(problems(
                        "--login.mode=oidc", "--oidc.issuer=ftp://x", "--oidc.client-id=t", "--oidc.client-secret=s"))
                .singleElement()
                .asString()
                .startsWith("oidc.issuer: ");
    }

    @Test
    void neither_hashes_nor_secrets_are_written_out() {
        assertThat(login("--login.users=ada=" + HASH).toString())
                .contains("ada")
                .doesNotContain(REST);
        assertThat(new Login.Oidc(URI.create("https://id.example"), "tidemark", "hush").toString())
                .doesNotContain("hush");
    }

    @Test
    void sessions_have_limits() {
        assertThat(settings("--login.mode=open").sessions())
                .isEqualTo(new DashboardSettings.Sessions(Duration.ofMinutes(30), 10, 500));
        assertThat(problems("--login.mode=open", "--session.idle=5s", "--session.per-user=0", "--session.total=many"))
                .hasSize(3)
                .allMatch(problem -> problem.startsWith("session."));
    }

    private static Login login(String... arguments) {
        return settings(arguments).login();
    }

    private static DashboardSettings settings(String... arguments) {
        return switch (read(arguments)) {
            case SettingsOutcome.Complete(var settings) -> settings;
            case SettingsOutcome other -> throw new AssertionError("expected settings, got " + other);
        };
    }

    private static List<String> problems(String... arguments) {
        return switch (read(arguments)) {
            case SettingsOutcome.Faulty(var problems) -> problems;
            case SettingsOutcome other -> throw new AssertionError("expected problems, got " + other);
        };
    }

    private static SettingsOutcome read(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--database.url=jdbc:postgresql://127.0.0.1:5432/tidemark");
        all.add("--database.password=secret");
        return SettingsReader.read(all, Map.of());
    }
}
