package io.tidemark.servicekit.health;

/**
 * The condition of one part of a service.
 *
 * @param up whether it does its work
 * @param reason what a person should know, never empty when it is down
 */
public record ComponentHealth(boolean up, String reason) {

    public static ComponentHealth healthy() {
        return new ComponentHealth(true, "");
    }

    public static ComponentHealth healthy(String remark) {
        return new ComponentHealth(true, remark);
    }

    public static ComponentHealth failing(String reason) {
        return new ComponentHealth(false, reason);
    }
}
