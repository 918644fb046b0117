package org.srdi.monitor.core;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The keys that maps of one kind can have, in their order, as the columns of a table are.
 * A row is a map then that keeps its values only.
 *
 * @param <K> the keys
 */
public final class KeyOrder<K> {

	private final List<K> keys;

	private final Map<K, Integer> places = new HashMap<>();

	/** Makes an order of keys that differ. */
	public KeyOrder(Collection<? extends K> keys) {
		this.keys = List.copyOf(keys);
		for (K key : this.keys) {
			this.places.put(key, this.places.size());
		}
	}

	/**
	 * Returns the map of these values, which cannot be changed.
	 * @param values as many as there are keys, null where there is none; left alone from
	 * now on
	 */
	public <V> Map<K, V> map(@Nullable V[] values) {
		if (values.length != this.keys.size()) {
			throw new IllegalArgumentException(
					values.length + " values for " + this.keys.size() + " keys: expected one each, or null");
		}
		return new Filled<>(this, values);
	}

	/** A map of those keys that have a value. */
	static final class Filled<K, V> extends AbstractMap<K, V> {

		private final KeyOrder<K> order;

		private final @Nullable V[] values;

		private final int size;

		Filled(KeyOrder<K> order, @Nullable V[] values) {
			this.order = order;
			this.values = values;
			int size = 0;
			for (V value : values) {
				size += (value != null) ? 1 : 0;
			}
			this.size = size;
		}

		@Override
		public int size() {
			return this.size;
		}

		@Override
		public @Nullable V get(@Nullable Object key) {
			Integer place = this.order.places.get(key);
			return (place != null) ? this.values[place] : null;
		}

		@Override
		public boolean containsKey(@Nullable Object key) {
			return get(key) != null;
		}

		@Override
		public void forEach(BiConsumer<? super K, ? super V> action) {
			for (int place = 0; place < this.values.length; place++) {
				V value = this.values[place];
				if (value != null) {
					action.accept(this.order.keys.get(place), value);
				}
			}
		}

		@Override
		public Set<Map.Entry<K, V>> entrySet() {
			return new AbstractSet<>() {

				@Override
				public Iterator<Map.Entry<K, V>> iterator() {
					return entries();
				}

				@Override
				public int size() {
					return Filled.this.size;
				}

			};
		}

		private Iterator<Map.Entry<K, V>> entries() {
			return IntStream.range(0, this.values.length)
				.filter((place) -> this.values[place] != null)
				.mapToObj((place) -> Map.entry(this.order.keys.get(place), Objects.requireNonNull(this.values[place])))
				.iterator();
		}

	}

}
