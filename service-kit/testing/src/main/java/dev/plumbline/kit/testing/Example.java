package dev.plumbline.kit.testing;

/**
 * An example of an event's data, committed by the service that publishes it.
 *
 * @param type the event's type
 * @param number counted from 1 within its type; an example is never changed or removed
 * @param json the data
 */
public record Example(String type, int number, String json) {
    @Override
    public String toString() {
        return type + "." + number;
    }
}
