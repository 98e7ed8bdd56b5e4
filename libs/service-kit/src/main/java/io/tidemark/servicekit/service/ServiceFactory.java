package io.tidemark.servicekit.service;

/**
 * Builds the object graph of a service; nothing runs yet.
 *
 * @param <S> the interface that declares its settings
 */
@FunctionalInterface
public interface ServiceFactory<S> {

    /**
     * Makes the service.
     *
     * @throws Exception when a part cannot be made; the process then ends with exit code 1 and this message
     */
    Service create(S settings, ServiceContext context) throws Exception;
}
