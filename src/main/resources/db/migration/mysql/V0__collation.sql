-- Tables made from here on compare texts as H2 does: by code point, trailing spaces and all. Codes, hashes and names
-- that differ in case, width or accent are different, and lists come in the same order on both engines.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
