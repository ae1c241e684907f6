<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>See what a face-recognition network codes.</source>
        <translation>Vea qué codifica una red de reconocimiento facial.</translation>
    </message>
    <message>
        <source>A project, a folder of images, or a manifest (CSV).</source>
        <translation>Un proyecto, una carpeta de imágenes o un manifiesto (CSV).</translation>
    </message>
    <message>
        <source>Write the project&apos;s newest map as a figure (PNG, SVG or PDF) and end; needs no display.</source>
        <translation>Escribir el mapa más reciente del proyecto como figura (PNG, SVG o PDF) y terminar; no necesita pantalla.</translation>
    </message>
    <message>
        <source>Make the demo in this folder, or go on with it, and open it.</source>
        <translation>Crear la demostración en esta carpeta, o continuarla, y abrirla.</translation>
    </message>
    <message>
        <source>With --demo: 24,000 images of 500 people.</source>
        <translation>Con --demo: 24,000 imágenes de 500 personas.</translation>
    </message>
    <message>
        <source>Let programs of yours steer the window, from Python by facespace.open(…).live().</source>
        <translation>Dejar que sus programas manejen la ventana, desde Python con facespace.open(…).live().</translation>
    </message>
    <message>
        <source>%1 %2-D %3</source>
        <translation>%1 %2-D %3</translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1, en curso</translation>
    </message>
    <message>
        <source>distance from origin</source>
        <translation>distancia al origen</translation>
    </message>
    <message>
        <source>Distance from origin</source>
        <translation>Distancia al origen</translation>
    </message>
    <message>
        <source>faces by distance</source>
        <translation>caras por distancia</translation>
    </message>
    <message>
        <source>Faces from the origin outwards</source>
        <translation>Caras desde el origen hacia fuera</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sin valor</translation>
    </message>
    <message>
        <source>%1 %2 (label)</source>
        <translation>%1 %2 (etiqueta)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (label %3)</source>
        <translation>%1 %2 (etiqueta %3)</translation>
    </message>
    <message>
        <source>no feature</source>
        <translation>sin característica</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>distancia %1</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Equal error rate</source>
        <translation>Tasa de error igual</translation>
    </message>
    <message>
        <source>d′</source>
        <translation>d′</translation>
    </message>
    <message>
        <source>1 − FNMR at FMR %1</source>
        <translation>1 − FNMR con FMR %1</translation>
    </message>
    <message>
        <source> to </source>
        <translation> a </translation>
    </message>
    <message>
        <source>MAE %1%4 · RMSE %2%4 · R² %3</source>
        <translation>MAE %1%4 · RMSE %2%4 · R² %3</translation>
    </message>
    <message>
        <source>Accuracy %1 · balanced %2 · AUC %3</source>
        <translation>Exactitud %1 · equilibrada %2 · AUC %3</translation>
    </message>
    <message>
        <source>Held-out identities (%1 images of %2): </source>
        <translation>Identidades apartadas (%1 imágenes de %2): </translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partición</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrada</translation>
    </message>
    <message>
        <source>Shuffled labels</source>
        <translation>Etiquetas barajadas</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identidades</translation>
    </message>
    <message>
        <source>new identities</source>
        <translation>identidades nuevas</translation>
    </message>
    <message>
        <source>random images</source>
        <translation>imágenes al azar</translation>
    </message>
    <message>
        <source>no trend</source>
        <translation>sin tendencia</translation>
    </message>
    <message>
        <source>rises throughout</source>
        <translation>sube siempre</translation>
    </message>
    <message>
        <source>falls throughout</source>
        <translation>baja siempre</translation>
    </message>
    <message>
        <source>rises, then falls from %1 % of the images on</source>
        <translation>sube y luego baja a partir del %1 % de las imágenes</translation>
    </message>
    <message>
        <source>falls, then rises from %1 % of the images on</source>
        <translation>baja y luego sube a partir del %1 % de las imágenes</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>no se puede decir</translation>
    </message>
    <message>
        <source>Distance from the origin</source>
        <translation>Distancia al origen</translation>
    </message>
    <message>
        <source>Distance from the mean</source>
        <translation>Distancia a la media</translation>
    </message>
    <message>
        <source>Cosine to the identity&apos;s centroid</source>
        <translation>Coseno con el centroide de la identidad</translation>
    </message>
    <message>
        <source>Spearman ρ %1</source>
        <translation>ρ de Spearman %1</translation>
    </message>
    <message>
        <source>partial %1</source>
        <translation>parcial %1</translation>
    </message>
    <message>
        <source>against flat %1</source>
        <translation>contra plano %1</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>Spearman ρ</source>
        <translation>ρ de Spearman</translation>
    </message>
    <message>
        <source>Kendall τ</source>
        <translation>τ de Kendall</translation>
    </message>
    <message>
        <source>Partial ρ</source>
        <translation>ρ parcial</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendencia</translation>
    </message>
    <message>
        <source>Monotone R²</source>
        <translation>R² monótono</translation>
    </message>
    <message>
        <source>p, flat</source>
        <translation>p, plano</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>Oracle: rejected pairs first</source>
        <translation>Oráculo: primero los pares rechazados</translation>
    </message>
    <message>
        <source>same identity, with a selected image</source>
        <translation>misma identidad, con una imagen seleccionada</translation>
    </message>
    <message>
        <source>too few impostor pairs</source>
        <translation>muy pocos pares de impostores</translation>
    </message>
    <message>
        <source>Accuracy over %1 folds, ± standard error</source>
        <translation>Exactitud en %1 particiones, ± error estándar</translation>
    </message>
    <message>
        <source>Templates, identities</source>
        <translation>Plantillas, identidades</translation>
    </message>
    <message>
        <source>Images, identities</source>
        <translation>Imágenes, identidades</translation>
    </message>
    <message>
        <source>Genuine pairs</source>
        <translation>Pares genuinos</translation>
    </message>
    <message>
        <source>Impostor pairs</source>
        <translation>Pares de impostores</translation>
    </message>
    <message>
        <source>Share of this identity&apos;s features that are significant: the longer the bar, the more of them differ between the views</source>
        <translation>Proporción de las características de esta identidad que son significativas: cuanto más larga es la barra, más difieren entre las vistas</translation>
    </message>
    <message>
        <source>Share of the identities in which this feature is significant: the taller the bar, the more people it follows the view in</source>
        <translation>Proporción de las identidades en las que esta característica es significativa: cuanto más alta es la barra, en más personas sigue a la vista</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>Identities with both views</source>
        <translation>Identidades con ambas vistas</translation>
    </message>
    <message>
        <source>Features that vary</source>
        <translation>Características que varían</translation>
    </message>
    <message>
        <source>Significant tests</source>
        <translation>Pruebas significativas</translation>
    </message>
    <message>
        <source>… of an identity&apos;s features, range</source>
        <translation>… de las características de una identidad, rango</translation>
    </message>
    <message>
        <source>… of a feature&apos;s identities, range</source>
        <translation>… de las identidades de una característica, rango</translation>
    </message>
    <message>
        <source>Squared effect of view, without chance</source>
        <translation>Efecto de la vista al cuadrado, sin el azar</translation>
    </message>
    <message>
        <source>… its variance over identities</source>
        <translation>… su varianza entre identidades</translation>
    </message>
    <message>
        <source>… its variance over features</source>
        <translation>… su varianza entre características</translation>
    </message>
    <message>
        <source>… difference of the two</source>
        <translation>… diferencia de ambas</translation>
    </message>
    <message>
        <source>No view dependence at all</source>
        <translation>Ninguna dependencia de la vista</translation>
    </message>
    <message>
        <source>Welch&apos;s t-test of frontal (|yaw| ≤ %1°) against profile (|yaw| ≥ %2°), at least %3 images each, %4, α = %5. A video is one observation. The share of significant tests grows with the number of images; the squared effect does not.</source>
        <translation>Prueba t de Welch de frontal (|guiñada| ≤ %1°) contra perfil (|guiñada| ≥ %2°), al menos %3 imágenes de cada una, %4, α = %5. Un vídeo es una observación. La proporción de pruebas significativas crece con el número de imágenes; el efecto al cuadrado no.</translation>
    </message>
    <message>
        <source>Bonferroni over features</source>
        <translation>Bonferroni sobre las características</translation>
    </message>
    <message>
        <source>Benjamini–Hochberg over features</source>
        <translation>Benjamini–Hochberg sobre las características</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>BGR</source>
        <translation>BGR</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>%1 × %2 %3</source>
        <translation>%1 × %2 %3</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 características</translation>
    </message>
    <message>
        <source>unit length: distances from the origin will tell nothing</source>
        <translation>longitud unitaria: las distancias al origen no dirán nada</translation>
    </message>
    <message>
        <source>raw features</source>
        <translation>características sin normalizar</translation>
    </message>
    <message>
        <source>aligned by landmarks</source>
        <translation>alineado por puntos de referencia</translation>
    </message>
    <message>
        <source>no landmark template</source>
        <translation>sin plantilla de puntos de referencia</translation>
    </message>
    <message>
        <source>trained on %1</source>
        <translation>entrenada con %1</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>licencia %1</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>ninguna imagen</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Label from %1</source>
        <translation>Etiqueta de %1</translation>
    </message>
    <message>
        <source>still</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>video frame</source>
        <translation>fotograma de vídeo</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Predicted %1</source>
        <translation>Predicción de %1</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Alabeo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>The project holds labels without images.</source>
        <translation>El proyecto contiene etiquetas sin imágenes.</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>Importar imágenes</translation>
    </message>
    <message>
        <source>Extract features</source>
        <translation>Extraer características</translation>
    </message>
    <message>
        <source>Compute map</source>
        <translation>Calcular mapa</translation>
    </message>
    <message>
        <source>Predict pose</source>
        <translation>Predecir pose</translation>
    </message>
    <message>
        <source>Import columns</source>
        <translation>Importar columnas</translation>
    </message>
    <message>
        <source>Import features</source>
        <translation>Importar características</translation>
    </message>
    <message>
        <source>Measure image quality</source>
        <translation>Medir la calidad de las imágenes</translation>
    </message>
    <message>
        <source>Measure map</source>
        <translation>Medir mapa</translation>
    </message>
    <message>
        <source>running</source>
        <translation>ejecutar</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
</context>
<context>
    <name>facespace</name>
    <message>
        <source>&quot;RGB&quot;, &quot;BGR&quot; or &quot;grey&quot;</source>
        <translation>&quot;RGB&quot;, &quot;BGR&quot; o &quot;grey&quot;</translation>
    </message>
    <message>
        <source>&quot;box&quot; or &quot;centre&quot;</source>
        <translation>&quot;box&quot; o &quot;centre&quot;</translation>
    </message>
    <message>
        <source>&quot;dynamic&quot; or a whole number from 1 to 1024</source>
        <translation>&quot;dynamic&quot; o un número entero de 1 a 1024</translation>
    </message>
    <message>
        <source>&quot;similarity from 5 points&quot; or &quot;none&quot;</source>
        <translation>&quot;similarity from 5 points&quot; o &quot;none&quot;</translation>
    </message>
    <message>
        <source>&quot;sum&quot;, &quot;mean&quot; or &quot;concatenate&quot;</source>
        <translation>&quot;sum&quot;, &quot;mean&quot; o &quot;concatenate&quot;</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;Compare by</source>
        <translation>&amp;Comparar por</translation>
    </message>
    <message>
        <source>&amp;Early exaggeration</source>
        <translation>E&amp;xageración inicial</translation>
    </message>
    <message>
        <source>&amp;Iterations</source>
        <translation>&amp;Iteraciones</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>&amp;Velocidad de aprendizaje</translation>
    </message>
    <message>
        <source>&amp;Numbers and dates as the desktop has them: %1</source>
        <translation>&amp;Números y fechas como los tiene el escritorio: %1</translation>
    </message>
    <message>
        <source>&amp;Perplexity</source>
        <translation>&amp;Perplejidad</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Ajustes</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <source>(Σ e)² / Σ e² of the units&apos; effects: how many carry it</source>
        <translation>(Σ e)² / Σ e² de los efectos de las unidades: cuántas lo llevan</translation>
    </message>
    <message>
        <source>1 / Σ cos⁴ of its direction with unit axes</source>
        <translation>1 / Σ cos⁴ de su dirección con los ejes de las unidades</translation>
    </message>
    <message>
        <source>1 / Σ cos⁴ with principal components</source>
        <translation>1 / Σ cos⁴ con las componentes principales</translation>
    </message>
    <message numerus="yes">
        <source>1 column for {1}.</source>
        <comment>{0} columns for {1}.</comment>
        <translation>
            <numerusform>1 columna para {1}.</numerusform>
            <numerusform>{0} columnas para {1}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 file in “{1}” has a name that leads out of it and was left out: “{2}”.</source>
        <comment>{0} files in “{1}” have names that lead out of it and were left out, the first is “{2}”.</comment>
        <translation>
            <numerusform>1 archivo de «{1}» tiene un nombre que lleva fuera de él y se omitió: «{2}».</numerusform>
            <numerusform>{0} archivos de «{1}» tienen nombres que llevan fuera de él y se omitieron; el primero es «{2}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 file is not an image and was left out: “{1}”.</source>
        <comment>{0} files are not images and were left out, the first is “{1}”.</comment>
        <translation>
            <numerusform>1 archivo no es una imagen y se dejó fuera: «{1}».</numerusform>
            <numerusform>{} archivos no son imágenes y se dejaron fuera; el primero es «{}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 folder cannot be read and was left out: “{1}”.</source>
        <comment>{0} folders cannot be read and were left out, the first is “{1}”.</comment>
        <translation>
            <numerusform>1 carpeta no se puede leer y se dejó fuera: «{1}».</numerusform>
            <numerusform>{} carpetas no se pueden leer y se dejaron fuera; la primera es «{}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 folder lies in a folder of images and became an identity of its own: “{1}”; if it holds images of another kind, name the identity by a pattern (--pattern) or a manifest.</source>
        <comment>{0} folders lie in folders of images and became identities of their own, the first is “{1}”; if they hold images of another kind, name the identity by a pattern (--pattern) or a manifest.</comment>
        <translation>
            <numerusform>1 carpeta está dentro de una carpeta de imágenes y se convirtió en una identidad propia: «{1}»; si contiene imágenes de otro tipo, indique la identidad con un patrón (--pattern) o un manifiesto.</numerusform>
            <numerusform>{0} carpetas están dentro de carpetas de imágenes y se convirtieron en identidades propias, la primera es «{1}»; si contienen imágenes de otro tipo, indique la identidad con un patrón (--pattern) o un manifiesto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 identity with features is enrolled; identification needs two or more.</source>
        <comment>{} identities with features are enrolled; identification needs two or more.</comment>
        <translation>
            <numerusform>Hay inscrita 1 identidad con características; la identificación necesita dos o más.</numerusform>
            <numerusform>Hay inscritas {} identidades con características; la identificación necesita dos o más.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 if all neighbours in the features are neighbours on the map</source>
        <translation>1 si todos los vecinos en las características son vecinos en el mapa</translation>
    </message>
    <message>
        <source>1 if all neighbours on the map are neighbours in the features</source>
        <translation>1 si todos los vecinos en el mapa son vecinos en las características</translation>
    </message>
    <message numerus="yes">
        <source>1 image</source>
        <comment>{} images</comment>
        <translation>
            <numerusform>1 imagen</numerusform>
            <numerusform>{} imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 image belongs to no identity record, so training leaves it out; here it is kept.</source>
        <comment>{} images belong to no identity record, so training leaves them out; here they are kept.</comment>
        <translation>
            <numerusform>1 imagen no pertenece a ningún registro de identidad, así que el entrenamiento la omite; aquí se conserva.</numerusform>
            <numerusform>{} imágenes no pertenecen a ningún registro de identidad, así que el entrenamiento las omite; aquí se conservan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 image directly in the folder belongs to no identity and was left out: “{1}”.</source>
        <comment>{0} images directly in the folder belong to no identity and were left out, the first is “{1}”.</comment>
        <translation>
            <numerusform>1 imagen directamente en la carpeta no pertenece a ninguna identidad y se dejó fuera: «{1}».</numerusform>
            <numerusform>{} imágenes directamente en la carpeta no pertenecen a ninguna identidad y se dejaron fuera; la primera es «{}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 image has an all-zero feature, which has no angle, and is left out.</source>
        <comment>{} images have all-zero features, which have no angle, and are left out.</comment>
        <translation>
            <numerusform>1 imagen tiene una característica nula, que no tiene ángulo, y se deja fuera.</numerusform>
            <numerusform>{} imágenes tienen características nulas, que no tienen ángulo, y se dejan fuera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 image has no row in “{1}”.</source>
        <comment>{0} images have no row in “{1}”.</comment>
        <translation>
            <numerusform>1 imagen no tiene fila en «{1}».</numerusform>
            <numerusform>{0} imágenes no tienen fila en «{1}».</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image is the only one of its identity and cannot be judged.</source>
        <translation>1 imagen es la única de su identidad y no se puede juzgar.</translation>
    </message>
    <message numerus="yes">
        <source>1 image lies in no folder of “{1}”, belongs to no identity and was left out: “{2}”.</source>
        <comment>{0} images lie in no folder of “{1}”, belong to no identity and were left out, the first is “{2}”.</comment>
        <translation>
            <numerusform>1 imagen no está en ninguna carpeta de «{1}», no pertenece a ninguna identidad y se omitió: «{2}».</numerusform>
            <numerusform>{0} imágenes no están en ninguna carpeta de «{1}», no pertenecen a ninguna identidad y se omitieron; la primera es «{2}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 image of “{1}” has no label beside it and was left out: “{2}”.</source>
        <comment>{0} images of “{1}” have no label beside them and were left out, the first is “{2}”.</comment>
        <translation>
            <numerusform>1 imagen de «{1}» no tiene etiqueta al lado y se omitió: «{2}».</numerusform>
            <numerusform>{0} imágenes de «{1}» no tienen etiqueta al lado y se omitieron; la primera es «{2}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 image that “{1}” names is not in this project: “{2}”.</source>
        <comment>{0} images that “{1}” names are not in this project, the first is “{2}”.</comment>
        <translation>
            <numerusform>1 imagen que nombra «{1}» no está en este proyecto: «{2}».</numerusform>
            <numerusform>{0} imágenes que nombra «{1}» no están en este proyecto, la primera es «{2}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 line of “{1}” names someone who is not in this project.</source>
        <comment>{0} lines of “{1}” name someone who is not in this project.</comment>
        <translation>
            <numerusform>1 línea de «{1}» nombra a alguien que no está en este proyecto.</numerusform>
            <numerusform>{0} líneas de «{1}» nombran a alguien que no está en este proyecto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 link leads nowhere, or to a folder that is listed anyway, and was left out: “{1}”.</source>
        <comment>{0} links lead nowhere, or to folders that are listed anyway, and were left out, the first is “{1}”.</comment>
        <translation>
            <numerusform>1 enlace no lleva a ninguna parte, o a una carpeta que ya se lista, y se omitió: «{1}».</numerusform>
            <numerusform>{0} enlaces no llevan a ninguna parte, o a carpetas que ya se listan, y se omitieron; el primero es «{1}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 link leads out of the folder and was followed: “{1}”.</source>
        <comment>{0} links lead out of the folder and were followed, the first is “{1}”.</comment>
        <translation>
            <numerusform>1 enlace lleva fuera de la carpeta y se siguió: «{1}».</numerusform>
            <numerusform>{0} enlaces llevan fuera de la carpeta y se siguieron; el primero es «{1}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 link leads out of the folder and was left out: “{1}”; --follow-links or the import dialog follow it.</source>
        <comment>{0} links lead out of the folder and were left out, the first is “{1}”; --follow-links or the import dialog follow them.</comment>
        <translation>
            <numerusform>1 enlace lleva fuera de la carpeta y se omitió: «{1}»; --follow-links o el diálogo de importación lo siguen.</numerusform>
            <numerusform>{0} enlaces llevan fuera de la carpeta y se omitieron, el primero es «{1}»; --follow-links o el diálogo de importación los siguen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 name in “{1}” could be several images: “{2}” is “{3}” or “{4}”; write more of its path.</source>
        <comment>{0} names in “{1}” could be several images, the first, “{2}”, is “{3}” or “{4}”; write more of their paths.</comment>
        <translation>
            <numerusform>1 nombre de «{1}» podría ser varias imágenes: «{2}» es «{3}» o «{4}»; escriba más de su ruta.</numerusform>
            <numerusform>{0} nombres de «{1}» podrían ser varias imágenes, el primero, «{2}», es «{3}» o «{4}»; escriba más de sus rutas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 new image on the map “{1}”.</source>
        <comment>{0} new images on the map “{1}”.</comment>
        <translation>
            <numerusform>1 imagen nueva en el mapa «{1}».</numerusform>
            <numerusform>{} imágenes nuevas en el mapa «{}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of the {1} listed files is not in “{2}”: “{3}”.</source>
        <comment>{0} of the {1} listed files are not in “{2}”, the first is “{3}”.</comment>
        <translation>
            <numerusform>1 de los {1} archivos listados no está en «{2}»: «{3}».</numerusform>
            <numerusform>{} de los {} archivos listados no están en «{}»; el primero es «{}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of {1} features does not vary and is left out of every share and correction.</source>
        <comment>{0} of {1} features do not vary and are left out of every share and correction.</comment>
        <translation>
            <numerusform>1 de {1} características no varía y queda fuera de toda proporción y corrección.</numerusform>
            <numerusform>{} de {} características no varían y quedan fuera de toda proporción y corrección.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of {1} identities has too few frontal or profile images and is left out.</source>
        <comment>{0} of {1} identities have too few frontal or profile images and are left out.</comment>
        <translation>
            <numerusform>1 de {1} identidades tiene muy pocas imágenes frontales o de perfil y se deja fuera.</numerusform>
            <numerusform>{} de {} identidades tienen muy pocas imágenes frontales o de perfil y se dejan fuera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 pair has a template without a feature and is left out.</source>
        <comment>{} pairs have a template without a feature and are left out.</comment>
        <translation>
            <numerusform>{} par tiene una plantilla sin característica y se deja fuera.</numerusform>
            <numerusform>{} pares tienen una plantilla sin característica y se dejan fuera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 pair has an image without a feature and is left out.</source>
        <comment>{} pairs have an image without a feature and are left out.</comment>
        <translation>
            <numerusform>1 par tiene una imagen sin característica y se deja fuera.</numerusform>
            <numerusform>{} pares tienen una imagen sin característica y se dejan fuera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 pair is called different people, but is one person by the other pairs and equal images: the one from 0 on numbered {1}.</source>
        <comment>{0} pairs are called different people, but are one person by the other pairs and equal images, the first is that numbered {1}, from 0 on.</comment>
        <translation>
            <numerusform>1 par figura como personas distintas, pero es una sola persona según los demás pares e imágenes iguales: el número {1}, contando desde 0.</numerusform>
            <numerusform>{0} pares figuran como personas distintas, pero son una sola persona según los demás pares e imágenes iguales; el primero es el número {1}, contando desde 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 pair is called genuine or impostor against the identities of this project; the protocol is followed.</source>
        <comment>{} pairs are called genuine or impostor against the identities of this project; the protocol is followed.</comment>
        <translation>
            <numerusform>1 par se llama genuino o impostor en contra de las identidades de este proyecto; se sigue el protocolo.</numerusform>
            <numerusform>{} pares se llaman genuinos o impostores en contra de las identidades de este proyecto; se sigue el protocolo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 pair of the protocol names a template that is not in this project.</source>
        <comment>{} pairs of the protocol name templates that are not in this project.</comment>
        <translation>
            <numerusform>{} par del protocolo nombra una plantilla que no está en este proyecto.</numerusform>
            <numerusform>{} pares del protocolo nombran plantillas que no están en este proyecto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 pair of the protocol names an image that is not in this project.</source>
        <comment>{} pairs of the protocol name images that are not in this project.</comment>
        <translation>
            <numerusform>1 par del protocolo nombra una imagen que no está en este proyecto.</numerusform>
            <numerusform>{} pares del protocolo nombran imágenes que no están en este proyecto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 record of “{1}” is not where its index says, or cut short, and was left out: {2}.</source>
        <comment>{0} records of “{1}” are not where its index says, or cut short, and were left out, the first is {2}.</comment>
        <translation>
            <numerusform>1 registro de «{1}» no está donde dice su índice o está cortado, y se omitió: {2}.</numerusform>
            <numerusform>{0} registros de «{1}» no están donde dice su índice o están cortados, y se omitieron; el primero es {2}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row cannot be used and was left out:</source>
        <comment>{} rows cannot be used and were left out:</comment>
        <translation>
            <numerusform>1 fila no se puede usar y se omitió:</numerusform>
            <numerusform>{} filas no se pueden usar y se omitieron:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row has NaN in some values; they are treated as having no feature.</source>
        <comment>{} rows have NaN in some values; they are treated as having no feature.</comment>
        <translation>
            <numerusform>1 fila tiene NaN en algunos valores; se trata como si no tuviera característica.</numerusform>
            <numerusform>{} filas tienen NaN en algunos valores; se tratan como si no tuvieran característica.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row has infinite values.</source>
        <comment>{} rows have infinite values.</comment>
        <translation>
            <numerusform>1 fila tiene valores infinitos.</numerusform>
            <numerusform>{} filas tienen valores infinitos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row has no feature (all values are NaN).</source>
        <comment>{} rows have no feature (all values are NaN).</comment>
        <translation>
            <numerusform>1 fila no tiene característica (todos sus valores son NaN).</numerusform>
            <numerusform>{} filas no tienen característica (todos sus valores son NaN).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row has only zeros: a zero vector has no direction and no cosine.</source>
        <comment>{} rows have only zeros: a zero vector has no direction and no cosine.</comment>
        <translation>
            <numerusform>1 fila solo tiene ceros: un vector nulo no tiene dirección ni coseno.</numerusform>
            <numerusform>{} filas solo tienen ceros: un vector nulo no tiene dirección ni coseno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row names an image for the second time; the first counts.</source>
        <comment>{} rows name images for the second time; the first counts.</comment>
        <translation>
            <numerusform>1 fila nombra una imagen por segunda vez; vale la primera.</numerusform>
            <numerusform>{} filas nombran imágenes por segunda vez; vale la primera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row of “{1}” repeats a face for a further template and was joined to its first row.</source>
        <comment>{0} rows of “{1}” repeat a face for a further template and were joined to its first row.</comment>
        <translation>
            <numerusform>1 fila de «{1}» repite una cara para otra plantilla y se unió a su primera fila.</numerusform>
            <numerusform>{} filas de «{}» repiten una cara para otra plantilla y se unieron a su primera fila.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 table lies in the folder and was not used: “{1}”; import it as the manifest if it holds the labels.</source>
        <comment>{0} tables lie in the folder and were not used, the first is “{1}”; import one as the manifest if it holds the labels.</comment>
        <translation>
            <numerusform>En la carpeta hay 1 tabla que no se usó: «{1}»; impórtela como manifiesto si contiene las etiquetas.</numerusform>
            <numerusform>En la carpeta hay {} tablas que no se usaron; la primera es «{}»; importe una como manifiesto si contiene las etiquetas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 template has an all-zero feature, which has no angle, and is left out.</source>
        <comment>{} templates have all-zero features, which have no angle, and are left out.</comment>
        <translation>
            <numerusform>{} plantilla tiene una característica toda de ceros, que no tiene ángulo, y se deja fuera.</numerusform>
            <numerusform>{} plantillas tienen características todas de ceros, que no tienen ángulo, y se dejan fuera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 video shows both views and counts for the one with more frames.</source>
        <comment>{} videos show both views and count for the one with more frames.</comment>
        <translation>
            <numerusform>1 vídeo muestra ambas vistas y cuenta para la que tiene más fotogramas.</numerusform>
            <numerusform>{} vídeos muestran ambas vistas y cuentan para la que tiene más fotogramas.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 − FNMR</source>
        <translation>1 − FNMR</translation>
    </message>
    <message>
        <source>1 − FNMR (true accept rate)</source>
        <translation>1 − FNMR (tasa de aceptación correcta)</translation>
    </message>
    <message>
        <source>1 − FNMR at fixed FMR (TAR at a FAR)</source>
        <translation>1 − FNMR con FMR fija (TAR con una FAR)</translation>
    </message>
    <message>
        <source>1: the larger half, 2: the other; the most typical images first</source>
        <translation>1: la mitad mayor, 2: la otra; primero las imágenes más típicas</translation>
    </message>
    <message>
        <source>2.5th percentile over draws</source>
        <translation>Percentil 2.5 de los sorteos</translation>
    </message>
    <message>
        <source>2.5th percentile over these splits</source>
        <translation>Percentil 2.5 de estas divisiones</translation>
    </message>
    <message>
        <source>97.5th percentile over draws</source>
        <translation>Percentil 97.5 de los sorteos</translation>
    </message>
    <message>
        <source>97.5th percentile over these splits</source>
        <translation>Percentil 97.5 de estas divisiones</translation>
    </message>
    <message>
        <source>A UMAP map has 2 or 3 dimensions, not {}.</source>
        <translation>Un mapa UMAP tiene 2 o 3 dimensiones, no {}.</translation>
    </message>
    <message>
        <source>A column mapping needs a manifest, and “{}” has no manifest.csv.</source>
        <translation>Una asignación de columnas necesita un manifiesto, y «{}» no tiene manifest.csv.</translation>
    </message>
    <message>
        <source>A column needs a name.</source>
        <translation>Una columna necesita un nombre.</translation>
    </message>
    <message>
        <source>A condition cannot be compared; join conditions with &amp;&amp; or ||.</source>
        <translation>Una condición no se puede comparar; una las condiciones con &amp;&amp; o ||.</translation>
    </message>
    <message>
        <source>A crop of {} × {} pixels was given to the network “{}”, which takes {} × {}.</source>
        <translation>Se dio un recorte de {} × {} píxeles a la red «{}», que admite {} × {}.</translation>
    </message>
    <message>
        <source>A descriptor lies beside its weights: write it into “{}”.</source>
        <translation>Un descriptor está junto a sus pesos: escríbalo en «{}».</translation>
    </message>
    <message>
        <source>A discard limit of {:g} is not possible; choose above 0 and below 1.</source>
        <translation>Un límite de descarte de {} no es posible; elija mayor que 0 y menor que 1.</translation>
    </message>
    <message>
        <source>A face made worse</source>
        <translation>Una cara degradada</translation>
    </message>
    <message>
        <source>A face of fewer than 16 × 16 pixels has no measurable image quality; use larger crops.</source>
        <translation>Una cara de menos de 16 × 16 píxeles no tiene calidad medible; use recortes mayores.</translation>
    </message>
    <message>
        <source>A face&apos;s own ratings are more like what is predicted of it than {} of other people&apos;s are (0.5 by chance).</source>
        <translation>Las propias valoraciones de una cara se parecen más a lo que se predice de ella que {} de las de otras personas (0.5 por azar).</translation>
    </message>
    <message>
        <source>A factor</source>
        <translation>Un factor</translation>
    </message>
    <message>
        <source>A feature and its length, as {} gives them.</source>
        <translation>Una característica y su longitud, como las da {}.</translation>
    </message>
    <message>
        <source>A feature has {} values instead of {}.</source>
        <translation>Una característica tiene {} valores en lugar de {}.</translation>
    </message>
    <message>
        <source>A field in the pattern “{}” has no name; write * for what means nothing.</source>
        <translation>Un campo del patrón «{}» no tiene nombre; escriba * para lo que no significa nada.</translation>
    </message>
    <message>
        <source>A figure of {:.0f} × {:.0f} pixels cannot be made: each side must have 16 to {}.</source>
        <translation>Una figura de {} × {} píxeles no se puede hacer: cada lado debe tener de 16 a {}.</translation>
    </message>
    <message>
        <source>A figure of {:.0f} × {:.0f} pixels is too large: choose a lower resolution.</source>
        <translation>Una figura de {} × {} píxeles es demasiado grande: elija una resolución menor.</translation>
    </message>
    <message>
        <source>A link leads to the face itself: with privacy, leave --link out.</source>
        <translation>Un enlace lleva a la propia cara: con privacidad, no use --link.</translation>
    </message>
    <message>
        <source>A map</source>
        <translation>Un mapa</translation>
    </message>
    <message>
        <source>A map by {} cannot be continued.</source>
        <translation>Un mapa hecho con {} no se puede continuar.</translation>
    </message>
    <message>
        <source>A map has 2 or 3 dimensions.</source>
        <translation>Un mapa tiene 2 o 3 dimensiones.</translation>
    </message>
    <message>
        <source>A map has two or three dimensions.</source>
        <translation>Un mapa tiene dos o tres dimensiones.</translation>
    </message>
    <message>
        <source>A map is compared with another one: choose a second map.</source>
        <translation>Un mapa se compara con otro: elija un segundo mapa.</translation>
    </message>
    <message>
        <source>A map of {} points cannot be judged by {} feature rows and {} labels.</source>
        <translation>Un mapa de {} puntos no se puede juzgar por {} filas de características y {} etiquetas.</translation>
    </message>
    <message>
        <source>A map of {} points does not belong to {} features.</source>
        <translation>Un mapa de {} puntos no corresponde a {} características.</translation>
    </message>
    <message>
        <source>A name</source>
        <translation>Un nombre</translation>
    </message>
    <message>
        <source>A network</source>
        <translation>Una red</translation>
    </message>
    <message>
        <source>A network is compared with another one: choose a second network.</source>
        <translation>Una red se compara con otra: elija una segunda red.</translation>
    </message>
    <message>
        <source>A network needs a name.</source>
        <translation>Una red necesita un nombre.</translation>
    </message>
    <message>
        <source>A new image is placed by at least one neighbour.</source>
        <translation>Una imagen nueva se coloca por al menos un vecino.</translation>
    </message>
    <message>
        <source>A number is compared with a number, not with a text.</source>
        <translation>Un número se compara con un número, no con un texto.</translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>Aquí hace falta un número.</translation>
    </message>
    <message>
        <source>A pattern reads the names of a folder&apos;s images; it needs no manifest, and there is “{}”.</source>
        <translation>Un patrón lee los nombres de las imágenes de una carpeta; no necesita manifiesto, y está «{}».</translation>
    </message>
    <message>
        <source>A perplexity of {:.0f} among {} images needs about {:.0f} GiB of memory, and {:.0f} GiB are free: take at most {:.0f}.</source>
        <translation>Una perplejidad de {} entre {} imágenes necesita unos {} GiB de memoria, y hay {} GiB libres: tome como mucho {}.</translation>
    </message>
    <message>
        <source>A prediction</source>
        <translation>Una predicción</translation>
    </message>
    <message>
        <source>A probe needs at least one neighbour.</source>
        <translation>Una sonda necesita al menos un vecino.</translation>
    </message>
    <message>
        <source>A project needs a name; this one is empty.</source>
        <translation>Un proyecto necesita un nombre; este está vacío.</translation>
    </message>
    <message>
        <source>A random effect is in two clusters that are left out in turn.</source>
        <translation>Un efecto aleatorio está en dos grupos que se dejan fuera por turnos.</translation>
    </message>
    <message>
        <source>A rendered face could not be encoded as JPEG; check that OpenCV was built with JPEG support.</source>
        <translation>Una cara generada no se pudo codificar como JPEG; compruebe que OpenCV se compiló con JPEG.</translation>
    </message>
    <message>
        <source>A report has no chapter “{}”; there are {}.</source>
        <translation>Un informe no tiene el capítulo «{}»; hay {}.</translation>
    </message>
    <message>
        <source>A report on a map cannot be read; measure the map again.</source>
        <translation>Un informe sobre un mapa no se puede leer; mida el mapa de nuevo.</translation>
    </message>
    <message>
        <source>A report on a map has other numbers of k than of figures.</source>
        <translation>Un informe sobre un mapa tiene otro número de valores de k que de cifras.</translation>
    </message>
    <message>
        <source>A ridge penalty of {:g} is not possible; give penalties above 0.</source>
        <translation>Una penalización de cresta de {} no es posible; dé penalizaciones mayores que 0.</translation>
    </message>
    <message>
        <source>A row for each identity, a column for each feature: the effect of view (Hedges&apos; g, frontal minus profile) or where Welch&apos;s t-test is significant.</source>
        <translation>Una fila por identidad y una columna por característica: el efecto de la vista (g de Hedges, frontal menos perfil) o dónde es significativa la prueba t de Welch.</translation>
    </message>
    <message>
        <source>A selection needs a name.</source>
        <translation>Una selección necesita un nombre.</translation>
    </message>
    <message>
        <source>A shrinkage of {:g} is not possible; give values above 0 up to 1.</source>
        <translation>Una contracción de {} no es posible; dé valores mayores que 0 y hasta 1.</translation>
    </message>
    <message>
        <source>A standard deviation more of “{}” goes with {} standard deviations of “{}”; {}.</source>
        <translation>Una desviación típica más de «{}» va con {} desviaciones típicas de «{}»; {}.</translation>
    </message>
    <message>
        <source>A start of {} × {} does not fit a {}-dimensional map of {} images.</source>
        <translation>Un comienzo de {} × {} no encaja en un mapa de {} dimensiones y {} imágenes.</translation>
    </message>
    <message>
        <source>A t-SNE map has 2 or 3 dimensions, not {}.</source>
        <translation>Un mapa t-SNE tiene 2 o 3 dimensiones, no {}.</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>Una marca necesita un nombre.</translation>
    </message>
    <message>
        <source>A text is compared with a text in quotes, as in identity == &quot;…&quot;.</source>
        <translation>Un texto se compara con un texto entre comillas, como en identity == &quot;…&quot;.</translation>
    </message>
    <message>
        <source>A training share of {:g} is not possible; choose 0.05 to 0.95.</source>
        <translation>Una proporción de ajuste de {} no es posible; elija de 0.05 a 0.95.</translation>
    </message>
    <message>
        <source>A typical image in the other project</source>
        <translation>Una imagen típica en el otro proyecto</translation>
    </message>
    <message>
        <source>A typical image in this project</source>
        <translation>Una imagen típica en este proyecto</translation>
    </message>
    <message>
        <source>A typical image of the first</source>
        <translation>Una imagen típica del primero</translation>
    </message>
    <message>
        <source>A typical image of the larger half</source>
        <translation>Una imagen típica de la mitad mayor</translation>
    </message>
    <message>
        <source>A typical image of the other half</source>
        <translation>Una imagen típica de la otra mitad</translation>
    </message>
    <message>
        <source>A typical image of the second</source>
        <translation>Una imagen típica del segundo</translation>
    </message>
    <message>
        <source>A value is too large to be kept in “{}”.</source>
        <translation>Un valor es demasiado grande para guardarlo en «{}».</translation>
    </message>
    <message>
        <source>A “{}” is expected here.</source>
        <translation>Aquí se espera «{}».</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AUC of identity</source>
        <translation>AUC de la identidad</translation>
    </message>
    <message>
        <source>AUC of identity by cosine of what is left</source>
        <translation>AUC de la identidad por coseno de lo que queda</translation>
    </message>
    <message>
        <source>AUC of identity when the first principal components are left out: where it rises, they hold what is not of the person.</source>
        <translation>AUC de la identidad cuando se quitan las primeras componentes principales: donde sube, contienen lo que no es de la persona.</translation>
    </message>
    <message>
        <source>AUC of identity, balanced accuracy of classes</source>
        <translation>AUC de la identidad, exactitud equilibrada de las clases</translation>
    </message>
    <message>
        <source>AUC, accuracy</source>
        <translation>AUC, exactitud</translation>
    </message>
    <message>
        <source>AUC, or balanced accuracy</source>
        <translation>AUC, o exactitud equilibrada</translation>
    </message>
    <message>
        <source>AUC, out of fold</source>
        <translation>AUC, fuera de la partición</translation>
    </message>
    <message>
        <source>AUC: of pairs of images of one identity and different videos against pairs of two, by cosine; R²: of a number; balanced accuracy: of classes; both by ridge regression on identities that were not fitted to</source>
        <translation>AUC: de pares de imágenes de una identidad y vídeos distintos frente a pares de dos, por coseno; R²: de un número; exactitud equilibrada: de clases; ambas por regresión ridge en identidades a las que no se ajustó</translation>
    </message>
    <message>
        <source>Abs_yaw</source>
        <translation>Guiñada absoluta</translation>
    </message>
    <message>
        <source>Absolute yaw</source>
        <translation>Guiñada absoluta</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Accuracy against the number of features (R² or AUC)</source>
        <translation>Exactitud según el número de características (R² o AUC)</translation>
    </message>
    <message>
        <source>Accuracy as FaceNet&apos;s and InsightFace&apos;s scripts compute it: ten runs of the list, thresholds 0, 0.01 … 3.99 on the squared distance at unit length</source>
        <translation>Exactitud como la calculan los scripts de FaceNet e InsightFace: diez tramos de la lista, umbrales 0, 0.01 … 3.99 de la distancia al cuadrado con longitud uno</translation>
    </message>
    <message>
        <source>Accuracy of always saying the larger class</source>
        <translation>Exactitud de decir siempre la clase mayor</translation>
    </message>
    <message>
        <source>Add to the selection, remove from it</source>
        <translation>Añadir a la selección, quitar de ella</translation>
    </message>
    <message>
        <source>After “in” comes a list in parentheses, as in media in (&quot;still&quot;, &quot;video&quot;).</source>
        <translation>Tras «in» viene una lista entre paréntesis, como en media in (&quot;still&quot;, &quot;video&quot;).</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>Envejecimiento</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordancia</translation>
    </message>
    <message>
        <source>Agreement with ratings</source>
        <translation>Concordancia con las valoraciones</translation>
    </message>
    <message>
        <source>Agreement, with 95 % intervals</source>
        <translation>Concordancia, con intervalos del 95 %</translation>
    </message>
    <message>
        <source>All distances are equal, as of networks that return features of unit length, so image quality cannot be related to them; use a network that returns raw features.</source>
        <translation>Todas las distancias son iguales, como en redes que devuelven características de longitud unitaria, así que no se puede relacionar con ellas la calidad de las imágenes; use una red que devuelva características sin normalizar.</translation>
    </message>
    <message>
        <source>All features have length 1: they were normalised, and the distance from the origin says nothing.</source>
        <translation>Todas las características tienen longitud 1: se normalizaron, y la distancia al origen no dice nada.</translation>
    </message>
    <message>
        <source>All features have one length: the distance from the origin is no score here.</source>
        <translation>Todas las características tienen una misma longitud: aquí la distancia al origen no es ninguna puntuación.</translation>
    </message>
    <message>
        <source>All features have the same length: there is no distance to draw.</source>
        <translation>Todas las características tienen la misma longitud: no hay distancia que dibujar.</translation>
    </message>
    <message>
        <source>All features of “{}” have the same length: there is no distance from the origin to explain; name another number (--outcome).</source>
        <translation>Todas las características de «{}» tienen la misma longitud: no hay distancia al origen que explicar; nombre otro número (--outcome).</translation>
    </message>
    <message>
        <source>All images of “{}” have the same label; its identity records say who is who.</source>
        <translation>Todas las imágenes de «{}» tienen la misma etiqueta; sus registros de identidad dicen quién es quién.</translation>
    </message>
    <message>
        <source>All images with features show one identity, so there is no impostor pair; import images of other identities.</source>
        <translation>Todas las imágenes con características muestran una sola identidad, así que no hay pares impostores; importe imágenes de otras identidades.</translation>
    </message>
    <message>
        <source>All labelled images show one identity, so no prediction can be tested on a face it was not fitted to; import labelled images of at least two identities.</source>
        <translation>Todas las imágenes etiquetadas muestran una sola identidad, así que ninguna predicción se puede probar en una cara a la que no se ajustó; importe imágenes etiquetadas de al menos dos identidades.</translation>
    </message>
    <message>
        <source>All measures together</source>
        <translation>Todas las medidas juntas</translation>
    </message>
    <message>
        <source>All {} features are equal: no map and no prediction can tell the images apart.</source>
        <translation>Todas las {} características son iguales: ningún mapa y ninguna predicción puede distinguir las imágenes.</translation>
    </message>
    <message>
        <source>All {} images take part. Distances on the map are not distances from the origin.</source>
        <translation>Participan las {} imágenes. Las distancias en el mapa no son distancias al origen.</translation>
    </message>
    <message>
        <source>All {} images take part; none is left out. Distances on the map are not distances from the origin.</source>
        <translation>Participan las {} imágenes; no se omite ninguna. Las distancias en el mapa no son distancias al origen.</translation>
    </message>
    <message>
        <source>All {} labelled images are “{}”, so there is nothing to tell apart; import images that are “{}” too.</source>
        <translation>Las {} imágenes etiquetadas son todas «{}», así que no hay nada que distinguir; importe también imágenes que sean «{}».</translation>
    </message>
    <message>
        <source>All {} labelled images have the same label ({:g}), so there is nothing to predict; import images that differ in it.</source>
        <translation>Las {} imágenes etiquetadas tienen la misma etiqueta ({}), así que no hay nada que predecir; importe imágenes que difieran en ella.</translation>
    </message>
    <message>
        <source>All {} units tell identity with an AUC of {}.</source>
        <translation>Las {} unidades distinguen la identidad con un AUC de {}.</translation>
    </message>
    <message>
        <source>Also with thresholds found again at every share discarded</source>
        <translation>También con umbrales calculados de nuevo para cada proporción descartada</translation>
    </message>
    <message>
        <source>Among the images of this percentile, from 0</source>
        <translation>Entre las imágenes de este percentil, desde 0</translation>
    </message>
    <message>
        <source>An FMR of {:g} rests on fewer than 10 of {} impostor pairs.</source>
        <translation>Una FMR de {} se apoya en menos de 10 de {} pares impostores.</translation>
    </message>
    <message>
        <source>An FPIR of {} needs more searches for people who are not enrolled than the {} there are.</source>
        <translation>Una FPIR de {} necesita más búsquedas de personas no inscritas que las {} que hay.</translation>
    </message>
    <message>
        <source>An identity needs at least one image to be a candidate.</source>
        <translation>Una identidad necesita al menos una imagen para ser candidata.</translation>
    </message>
    <message>
        <source>An identity of this project</source>
        <translation>Una identidad de este proyecto</translation>
    </message>
    <message>
        <source>An image has {} measured values, the project keeps {} measures.</source>
        <translation>Una imagen tiene {} valores medidos y el proyecto guarda {} medidas.</translation>
    </message>
    <message>
        <source>An image has {} values for {} columns.</source>
        <translation>Una imagen tiene {} valores para {} columnas.</translation>
    </message>
    <message>
        <source>An image of the other project that this one has, or whose identity it has</source>
        <translation>Una imagen del otro proyecto que este también tiene, o cuya identidad tiene</translation>
    </message>
    <message>
        <source>An image of this project</source>
        <translation>Una imagen de este proyecto</translation>
    </message>
    <message>
        <source>An image of this project that the other one has, or whose identity it has</source>
        <translation>Una imagen de este proyecto que el otro también tiene, o cuya identidad tiene</translation>
    </message>
    <message>
        <source>An image of {} × {} pixels could not be encoded; it may be too large for the format.</source>
        <translation>Una imagen de {} × {} píxeles no se pudo codificar; quizá sea demasiado grande para el formato.</translation>
    </message>
    <message>
        <source>An image that stands for the identity it is labelled as</source>
        <translation>Una imagen que representa a la identidad con la que está etiquetada</translation>
    </message>
    <message>
        <source>An image that stands for the nearest identity</source>
        <translation>Una imagen que representa a la identidad más cercana</translation>
    </message>
    <message>
        <source>An image without pixels cannot be written.</source>
        <translation>Una imagen sin píxeles no se puede escribir.</translation>
    </message>
    <message>
        <source>An image, as in the project</source>
        <translation>Una imagen, como en el proyecto</translation>
    </message>
    <message>
        <source>Angle: that of the map “{}”.</source>
        <translation>Ángulo: el del mapa «{}».</translation>
    </message>
    <message>
        <source>Another image that is the same or nearly</source>
        <translation>Otra imagen que es la misma o casi</translation>
    </message>
    <message>
        <source>Another name that looks like the same person</source>
        <translation>Otro nombre que parece la misma persona</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Otra más</translation>
    </message>
    <message>
        <source>Another window, close the window, quit</source>
        <translation>Otra ventana, cerrar la ventana, salir</translation>
    </message>
    <message>
        <source>Area under error versus discard of the distance less that of the score, by the error with nothing discarded, with paired 95 % intervals: above 0 the score is better than the distance.</source>
        <translation>Área bajo error frente a descarte de la distancia menos la de la puntuación, dividida por el error sin descartar nada, con intervalos pareados del 95 %: por encima de 0 la puntuación es mejor que la distancia.</translation>
    </message>
    <message>
        <source>Area under error versus discard up to the limit, by straight lines</source>
        <translation>Área bajo error frente a descarte hasta el límite, por líneas rectas</translation>
    </message>
    <message>
        <source>Area under the ROC curve</source>
        <translation>Área bajo la curva ROC</translation>
    </message>
    <message>
        <source>Area under the ROC curve of the class</source>
        <translation>Área bajo la curva ROC de la clase</translation>
    </message>
    <message>
        <source>Area under the curve to {:g} % (less is better)</source>
        <translation>Área bajo la curva hasta el {} % (menos es mejor)</translation>
    </message>
    <message>
        <source>Area under the curve up to the discard limit, values held between points</source>
        <translation>Área bajo la curva hasta el límite de descarte, con los valores mantenidos entre puntos</translation>
    </message>
    <message>
        <source>Arrow keys in a row of faces</source>
        <translation>Flechas en una fila de caras</translation>
    </message>
    <message>
        <source>Arrow keys, middle button</source>
        <translation>Flechas, botón central</translation>
    </message>
    <message>
        <source>As above</source>
        <translation>Como arriba</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Como el &amp;escritorio</translation>
    </message>
    <message>
        <source>As “{}” goes from {} to {}, the cosine of “{}” to its stored feature goes from {} to {}.</source>
        <translation>Cuando «{}» pasa de {} a {}, el coseno de «{}» con su característica guardada pasa de {} a {}.</translation>
    </message>
    <message numerus="yes">
        <source>At FMR {2} which score is best cannot be told: “{1}” leaves the least error, but one other may be as good: {3}.</source>
        <comment>At FMR {2} which score is best cannot be told: “{1}” leaves the least error, but {0} others may be as good: {3}.</comment>
        <translation>
            <numerusform>Con FMR {2} no se puede decir qué puntuación es la mejor: «{1}» deja el menor error, pero otra puede ser igual de buena: {3}.</numerusform>
            <numerusform>Con FMR {2} no se puede decir qué puntuación es la mejor: «{1}» deja el menor error, pero otras {0} pueden ser igual de buenas: {3}.</numerusform>
        </translation>
    </message>
    <message>
        <source>At FMR {} the least error is left by discarding by “{}”: area {:.4f}, by chance {:.4f}.</source>
        <translation>Con una FMR de {} el menor error queda al descartar según «{}»: área {}; al azar {}.</translation>
    </message>
    <message>
        <source>At FMR {} “{}” is the best score: it leaves less error than every other.</source>
        <translation>Con FMR {} «{}» es la mejor puntuación: deja menos error que todas las demás.</translation>
    </message>
    <message>
        <source>At an FMR of {} over all pairs, {} goes from {} (“{}”) to {} (“{}”); the largest is {} times the smallest and {} times the geometric mean.</source>
        <translation>Con una FMR de {} sobre todos los pares, {} va de {} («{}») a {} («{}»); la mayor es {} veces la menor y {} veces la media geométrica.</translation>
    </message>
    <message>
        <source>At an FMR of {} over all pairs, {} of a group is 0, so its ratios cannot be told.</source>
        <translation>Con una FMR de {} sobre todos los pares, {} de un grupo es 0, así que no se pueden dar sus cocientes.</translation>
    </message>
    <message>
        <source>At k = {} (1 is best)</source>
        <translation>Con k = {} (1 es lo mejor)</translation>
    </message>
    <message>
        <source>At most {} conditions are looked at at once.</source>
        <translation>Se examinan a la vez {} condiciones como máximo.</translation>
    </message>
    <message>
        <source>At the best layer less that at the last; the best one was looked for, so that it is a little too large</source>
        <translation>En la mejor capa menos lo de la última; la mejor se buscó, de modo que es un poco demasiado grande</translation>
    </message>
    <message>
        <source>Attribute of two classes, or yaw</source>
        <translation>Atributo de dos clases, o guiñada</translation>
    </message>
    <message>
        <source>Axes and distances between groups carry no meaning.</source>
        <translation>Los ejes y las distancias entre grupos no significan nada.</translation>
    </message>
    <message>
        <source>Belkina et al. 2019</source>
        <translation>Belkina et al. 2019</translation>
    </message>
    <message>
        <source>Benjamini–Hochberg in place of Bonferroni</source>
        <translation>Benjamini–Hochberg en lugar de Bonferroni</translation>
    </message>
    <message>
        <source>Benjamini–Hochberg over the features in place of Bonferroni</source>
        <translation>Benjamini–Hochberg sobre las características en lugar de Bonferroni</translation>
    </message>
    <message>
        <source>Better or worse than the distance, and how much, by the end of the interval nearer to 0</source>
        <translation>Mejor o peor que la distancia, y cuánto, por el extremo del intervalo más cercano a 0</translation>
    </message>
    <message>
        <source>Between people the change in ten years has a standard deviation of {}, the score with no time in between one of {}.</source>
        <translation>Entre personas, el cambio en diez años tiene una desviación típica de {}; la puntuación sin tiempo de por medio, una de {}.</translation>
    </message>
    <message>
        <source>Between people the effect of “{}” has a standard deviation of {}.</source>
        <translation>Entre personas, el efecto de «{}» tiene una desviación típica de {}.</translation>
    </message>
    <message>
        <source>Bins of the distance</source>
        <translation>Intervalos de la distancia</translation>
    </message>
    <message>
        <source>Bins of the distance for the medians</source>
        <translation>Intervalos de la distancia para las medianas</translation>
    </message>
    <message>
        <source>Bits in which the pictures&apos; hashes differ, of 256; up to 10: same picture</source>
        <translation>Bits en que difieren los hashes de las imágenes, de 256; hasta 10: la misma imagen</translation>
    </message>
    <message>
        <source>Blockiness (compression)</source>
        <translation>Bloques (compresión)</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desenfoque</translation>
    </message>
    <message>
        <source>Blur (no reference)</source>
        <translation>Desenfoque (sin referencia)</translation>
    </message>
    <message>
        <source>Blur (px)</source>
        <translation>Desenfoque (px)</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>By their shares of the variance: {} (≈: these images cannot tell them apart).</source>
        <translation>Por su parte de la varianza: {} (≈: estas imágenes no permiten distinguirlos).</translation>
    </message>
    <message>
        <source>By their shares of the variance: {}.</source>
        <translation>Por su parte de la varianza: {}.</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>Según qué</translation>
    </message>
    <message>
        <source>By “{}” no three pairs of images of one person have time in between; images of the same people at different times are needed.</source>
        <translation>Según «{}» no hay tres pares de imágenes de una persona con tiempo de por medio; hacen falta imágenes de las mismas personas en momentos distintos.</translation>
    </message>
    <message>
        <source>CKA</source>
        <translation>CKA</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Candidates with scores from here on are reported; mean over galleries</source>
        <translation>Se informa de los candidatos con puntuaciones desde aquí; media de las galerías</translation>
    </message>
    <message>
        <source>Cannot list the folder “{}”; check that it may be read.</source>
        <translation>No se puede listar la carpeta «{}»; compruebe que se permite leerla.</translation>
    </message>
    <message>
        <source>Cannot make the folder “{}”: {}.</source>
        <translation>No se puede crear la carpeta «{}»: {}.</translation>
    </message>
    <message>
        <source>Cannot read the {} “{}”; check that the file exists and may be read.</source>
        <translation>No se puede leer ({}) «{}»; compruebe que el archivo existe y se puede leer.</translation>
    </message>
    <message>
        <source>Cannot read “{}”: {}.</source>
        <translation>No se puede leer «{}»: {}.</translation>
    </message>
    <message>
        <source>Cannot read “{}”; check that it may be read.</source>
        <translation>No se puede leer «{}»; compruebe que se permite leerlo.</translation>
    </message>
    <message>
        <source>Cannot read “{}”; check that the file exists and is readable.</source>
        <translation>No se puede leer «{}»; compruebe que el archivo existe y se puede leer.</translation>
    </message>
    <message>
        <source>Cannot read “{}”; check that the file exists and may be read.</source>
        <translation>No se puede leer «{}»; compruebe que el archivo existe y se puede leer.</translation>
    </message>
    <message>
        <source>Cannot write “{}”; check that the folder exists, is writable and has space.</source>
        <translation>No se puede escribir «{}»; compruebe que la carpeta existe, admite escritura y tiene espacio.</translation>
    </message>
    <message>
        <source>Chance that anybody is named where nobody is in both, for that limit</source>
        <translation>Probabilidad de nombrar a alguien donde nadie está en ambos, con ese límite</translation>
    </message>
    <message>
        <source>Change of the outcome for one unit of the predictor</source>
        <translation>Cambio del resultado por una unidad del predictor</translation>
    </message>
    <message>
        <source>Change of the score in ten years, a line of its own for each person</source>
        <translation>Cambio de la puntuación en diez años, con una línea propia para cada persona</translation>
    </message>
    <message>
        <source>Choose a discard limit above 0 and below 1, and 2 to 200 steps.</source>
        <translation>Elija un límite de descarte mayor que 0 y menor que 1, y de 2 a 200 pasos.</translation>
    </message>
    <message>
        <source>Chosen by cross-validation inside its training part</source>
        <translation>Elegida por validación cruzada dentro de su parte de entrenamiento</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Class as labelled</source>
        <translation>Clase según la etiqueta</translation>
    </message>
    <message>
        <source>Class as predicted, out of fold</source>
        <translation>Clase predicha, fuera de la partición</translation>
    </message>
    <message>
        <source>Class or condition by its column, identity, together (what factors do only together), or rest</source>
        <translation>Clase o condición por su columna, identidad, juntos (lo que los factores hacen solo juntos) o resto</translation>
    </message>
    <message>
        <source>Class, identity, light and view</source>
        <translation>Clase, identidad, luz y vista</translation>
    </message>
    <message>
        <source>Classes are as the column labels them, and what sets them apart may be how their images came about; this analysis does not tell that from what people look like.</source>
        <translation>Las clases son como las rotula la columna, y lo que las separa puede ser cómo se obtuvieron sus imágenes; este análisis no distingue eso del aspecto de las personas.</translation>
    </message>
    <message>
        <source>Classes as labelled by {}.</source>
        <translation>Clases según {}.</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>Codes are looked at over four identities or more, with images of two videos (or two stills) of some; import more.</source>
        <translation>Los códigos se examinan sobre cuatro identidades o más, con imágenes de dos vídeos (o dos fotos) de algunas; importe más.</translation>
    </message>
    <message>
        <source>Coefficient of determination, R²</source>
        <translation>Coeficiente de determinación, R²</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Column of 2 to 20 values: identification among the images of each value besides</source>
        <translation>Columna de 2 a 20 valores: además, identificación entre las imágenes de cada valor</translation>
    </message>
    <message>
        <source>Column of the table</source>
        <translation>Columna de la tabla</translation>
    </message>
    <message>
        <source>Column that labels classes of people; a number is cut where half of the people are below; empty: the first with one value for each identity; none: no classes</source>
        <translation>Columna que rotula clases de personas; un número se corta donde queda por debajo la mitad de las personas; vacío: la primera con un solo valor por identidad; none: sin clases</translation>
    </message>
    <message>
        <source>Column that labels the groups</source>
        <translation>Columna que etiqueta los grupos</translation>
    </message>
    <message>
        <source>Column that labels the groups, of 2 to 20 values; empty: the first that has one value for each identity, else still or video</source>
        <translation>Columna que indica los grupos, de 2 a 20 valores; vacío: la primera con un valor por identidad, si no, foto o vídeo</translation>
    </message>
    <message>
        <source>Column that says when an image was taken, or how old the person is</source>
        <translation>Columna que dice cuándo se tomó una imagen, o la edad de la persona</translation>
    </message>
    <message>
        <source>Column whose values part the images</source>
        <translation>Columna cuyos valores separan las imágenes</translation>
    </message>
    <message>
        <source>Column with dates (2014-05-17), years or ages; empty: the first with such a name and such values</source>
        <translation>Columna con fechas (2014-05-17), años o edades; vacía: la primera con un nombre y unos valores así</translation>
    </message>
    <message>
        <source>Column “{}” cannot be predicted: “{}” of image “{}” is not a number, and the column has more than two different values.</source>
        <translation>La columna «{}» no se puede predecir: «{}» de la imagen «{}» no es un número, y la columna tiene más de dos valores distintos.</translation>
    </message>
    <message>
        <source>Column “{}” differs between images of one person: groups are of images here, and pairs of one person across groups take no part.</source>
        <translation>La columna «{}» difiere entre imágenes de una persona: aquí los grupos son de imágenes, y los pares de una persona entre grupos no cuentan.</translation>
    </message>
    <message>
        <source>Column “{}” differs between images of “{}”; a class is one for all images of a person. Take it as a condition.</source>
        <translation>La columna «{}» difiere entre imágenes de «{}»; una clase es una sola para todas las imágenes de una persona. Tómela como condición.</translation>
    </message>
    <message>
        <source>Column “{}” has not 2 to {} different values, which classes need.</source>
        <translation>La columna «{}» no tiene de 2 a {} valores distintos, como las clases necesitan.</translation>
    </message>
    <message>
        <source>Column “{}” holds neither dates (2014-05-17), nor years (2014), nor ages (0 to 130).</source>
        <translation>La columna «{}» no contiene fechas (2014-05-17), ni años (2014), ni edades (de 0 a 130).</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns came from standard input, from another program.</source>
        <translation>Hay columnas que llegaron por la entrada estándar, de otro programa.</translation>
    </message>
    <message>
        <source>Columns look like a face box and are not used as such: --map {} does.</source>
        <translation>Hay columnas que parecen un recuadro de cara y no se usan como tal: --map {} lo hace.</translation>
    </message>
    <message>
        <source>Columns look like head pose and are not used as such: --map {} does; yaw is positive where the nose points to the image&apos;s left, pitch where the face looks up.</source>
        <translation>Hay columnas que parecen la pose de la cabeza y no se usan como tal: --map {} lo hace; la guiñada es positiva si la nariz apunta a la izquierda de la imagen, el cabeceo si la cara mira hacia arriba.</translation>
    </message>
    <message>
        <source>Columns look like landmarks and are not used as such: --map {} does.</source>
        <translation>Hay columnas que parecen puntos de la cara y no se usan como tal: --map {} lo hace.</translation>
    </message>
    <message>
        <source>Columns of 2 to 20 values whose classes are looked for in the units, and “view”; empty: the first three, and view</source>
        <translation>Columnas de 2 a 20 valores cuyas clases se buscan en las unidades, y «view»; vacío: las tres primeras y la vista</translation>
    </message>
    <message>
        <source>Columns of numbers; empty: |yaw| and up to five measures of quality that most images have</source>
        <translation>Columnas de números; vacío: |guiñada| y hasta cinco medidas de calidad que tenga la mayoría de las imágenes</translation>
    </message>
    <message>
        <source>Columns of “{}” that are no features were passed over: {}.</source>
        <translation>Se pasaron por alto columnas de «{}» que no son características: {}.</translation>
    </message>
    <message>
        <source>Columns: {}.</source>
        <translation>Columnas: {}.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Component of variance of the squared effects</source>
        <translation>Componente de varianza de los efectos al cuadrado</translation>
    </message>
    <message>
        <source>Component over identities less that over features</source>
        <translation>Componente de las identidades menos la de las características</translation>
    </message>
    <message>
        <source>Component that it is nearest to, from 1</source>
        <translation>Componente a la que está más cerca, desde 1</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Compute a map</source>
        <translation>Calcular un mapa</translation>
    </message>
    <message>
        <source>Condition {}.</source>
        <translation>Condición {}.</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Condiciones</translation>
    </message>
    <message>
        <source>Conditions in which the two images differ; none: in none</source>
        <translation>Condiciones en que difieren las dos imágenes; vacío: en ninguna</translation>
    </message>
    <message>
        <source>Confusion, out of fold</source>
        <translation>Confusión, fuera de la partición</translation>
    </message>
    <message>
        <source>Continuity</source>
        <translation>Continuidad</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Copy the figure</source>
        <translation>Copiar la figura</translation>
    </message>
    <message>
        <source>Copy the selected rows as CSV</source>
        <translation>Copiar las filas seleccionadas como CSV</translation>
    </message>
    <message>
        <source>Corner of the mouth on the image&apos;s left</source>
        <translation>Comisura de la boca a la izquierda de la imagen</translation>
    </message>
    <message>
        <source>Corner of the mouth on the image&apos;s right</source>
        <translation>Comisura de la boca a la derecha de la imagen</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Coseno</translation>
    </message>
    <message>
        <source>Cosine after centring</source>
        <translation>Coseno tras centrar</translation>
    </message>
    <message>
        <source>Cosine of centroids − 1, where branches join</source>
        <translation>Coseno de los centroides − 1 donde se unen las ramas</translation>
    </message>
    <message>
        <source>Cosine of each identity&apos;s mean to the nearest of the other project, and to the nearest other one of its own project, which is another person: right of the limit it is the same person.</source>
        <translation>Coseno de la media de cada identidad con la más cercana del otro proyecto, y con la más cercana de su propio proyecto, que es otra persona: a la derecha del límite es la misma persona.</translation>
    </message>
    <message>
        <source>Cosine of the two centred features</source>
        <translation>Coseno de las dos características centradas</translation>
    </message>
    <message>
        <source>Cosine of the two features</source>
        <translation>Coseno de las dos características</translation>
    </message>
    <message>
        <source>Cosine to the identity&apos;s centroid</source>
        <translation>Coseno con el centroide de la identidad</translation>
    </message>
    <message>
        <source>Cosine to the nearest identity</source>
        <translation>Coseno con la identidad más cercana</translation>
    </message>
    <message>
        <source>Cosine to the nearest other identity&apos;s mean minus that to the own, for every image, itself left out of its own: above 0 it is nearer to another identity.</source>
        <translation>Coseno con la media de la otra identidad más cercana menos el de la propia, para cada imagen, sin contarla en la suya: por encima de 0 está más cerca de otra identidad.</translation>
    </message>
    <message>
        <source>Cosine to the stored feature</source>
        <translation>Coseno con la característica guardada</translation>
    </message>
    <message>
        <source>Cosine, features of unit length</source>
        <translation>Coseno, características de longitud unitaria</translation>
    </message>
    <message>
        <source>Cosines of “{}” go with the ratings of {} pairs with ρ {}.</source>
        <translation>Los cosenos de «{}» van con las valoraciones de {} pares con ρ {}.</translation>
    </message>
    <message>
        <source>Crops are shown once the face detector may run on this machine, which is asked when the extraction starts.</source>
        <translation>Los recortes se muestran cuando el detector de caras pueda ejecutarse en esta máquina, lo que se pregunta al empezar la extracción.</translation>
    </message>
    <message>
        <source>Cross-validation folds; an identity is never split</source>
        <translation>Particiones de la validación cruzada; una identidad nunca se divide</translation>
    </message>
    <message>
        <source>Ctrl+0, Home, double click</source>
        <translation>Ctrl+0, Inicio, doble clic</translation>
    </message>
    <message>
        <source>Ctrl+A, Ctrl+I, Esc</source>
        <translation>Ctrl+A, Ctrl+I, Esc</translation>
    </message>
    <message>
        <source>Ctrl+C in the table</source>
        <translation>Ctrl+C en la tabla</translation>
    </message>
    <message>
        <source>Ctrl+D, Ctrl+G</source>
        <translation>Ctrl+D, Ctrl+G</translation>
    </message>
    <message>
        <source>Ctrl+E, Ctrl+Alt+E</source>
        <translation>Ctrl+E, Ctrl+Alt+E</translation>
    </message>
    <message>
        <source>Ctrl+F, Ctrl+Shift+F</source>
        <translation>Ctrl+F, Ctrl+Mayús+F</translation>
    </message>
    <message>
        <source>Ctrl+K, Ctrl+Shift+K</source>
        <translation>Ctrl+K, Ctrl+Mayús+K</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Ctrl+N, Ctrl+O</source>
        <translation>Ctrl+N, Ctrl+O</translation>
    </message>
    <message>
        <source>Ctrl+PgDown, Ctrl+PgUp</source>
        <translation>Ctrl+AvPág, Ctrl+RePág</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Mayús+A</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Mayús+C</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Mayús+E</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N, Ctrl+W, Ctrl+Q</source>
        <translation>Ctrl+Mayús+N, Ctrl+W, Ctrl+Q</translation>
    </message>
    <message>
        <source>Ctrl+Space in the filter, Tab</source>
        <translation>Ctrl+Espacio en el filtro, Tab</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation>Ctrl+Z, Ctrl+Mayús+Z</translation>
    </message>
    <message>
        <source>Ctrl+arrow keys on the map</source>
        <translation>Ctrl+flechas en el mapa</translation>
    </message>
    <message>
        <source>Cumulative match characteristic: the share of searches with the right person at this rank or before, from 0 to 1. A curve nearer to 1 is better.</source>
        <translation>Característica acumulada de coincidencia (CMC): la parte de las búsquedas con la persona correcta en este rango o antes, de 0 a 1. Cuanto más cerca de 1, mejor.</translation>
    </message>
    <message>
        <source>DET</source>
        <translation>DET</translation>
    </message>
    <message>
        <source>Dashed: random features, with their range.</source>
        <translation>A trazos: características al azar, con su rango.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Degrees of freedom of that t (Welch–Satterthwaite)</source>
        <translation>Grados de libertad de esa t (Welch-Satterthwaite)</translation>
    </message>
    <message>
        <source>Densities of the scores of genuine and impostor pairs within each group: the less the two overlap, the better its people are told apart.</source>
        <translation>Densidades de las puntuaciones de pares genuinos e impostores de cada grupo: cuanto menos se solapan, mejor se distinguen sus personas.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <source>Detection error trade-off: FNMR over FMR on probit axes. A curve nearer to the lower left is better.</source>
        <translation>Compromiso de errores de detección: FNMR según FMR en ejes probit. Es mejor la curva más cercana a la esquina inferior izquierda.</translation>
    </message>
    <message>
        <source>Did you mean “{}”?</source>
        <translation>¿Quiso decir «{}»?</translation>
    </message>
    <message>
        <source>Difference of variances</source>
        <translation>Diferencia de varianzas</translation>
    </message>
    <message>
        <source>Differences of two networks over the same pairs, first less second, with 95 % intervals: each identity is left out in turn in both networks alike, with all its pairs, impostor pairs with anyone included, and every threshold is found again. What makes the images hard for both drops out, so an interval can leave out 0 where those of the two networks overlap.</source>
        <translation>Diferencias de dos redes sobre los mismos pares, la primera menos la segunda, con intervalos del 95 %: cada identidad se deja fuera por turno en ambas redes por igual, con todos sus pares, incluidos los de impostores con cualquiera, y cada umbral se busca de nuevo. Lo que hace difíciles las imágenes para ambas desaparece, de modo que un intervalo puede excluir el 0 donde los de las dos redes se solapan.</translation>
    </message>
    <message>
        <source>Direction of the monotone fit</source>
        <translation>Sentido del ajuste monótono</translation>
    </message>
    <message>
        <source>Directions of attributes</source>
        <translation>Direcciones de los atributos</translation>
    </message>
    <message>
        <source>Discard at most</source>
        <translation>Descartar como mucho</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Distance and measures of every image, with its unit of observation</source>
        <translation>Distancia y medidas de cada imagen, con su unidad de observación</translation>
    </message>
    <message>
        <source>Distance and quality by group</source>
        <translation>Distancia y calidad por grupo</translation>
    </message>
    <message>
        <source>Distance between features that it was made by</source>
        <translation>Distancia entre características con la que se hizo</translation>
    </message>
    <message>
        <source>Distance from origin ({})</source>
        <translation>Distancia al origen ({})</translation>
    </message>
    <message>
        <source>Distance from the mean, ‖x − mean‖</source>
        <translation>Distancia a la media, ‖x − media‖</translation>
    </message>
    <message>
        <source>Distance from the origin</source>
        <translation>Distancia al origen</translation>
    </message>
    <message>
        <source>Distance from the origin in the first</source>
        <translation>Distancia al origen en la primera</translation>
    </message>
    <message>
        <source>Distance from the origin in the second</source>
        <translation>Distancia al origen en la segunda</translation>
    </message>
    <message>
        <source>Distance from the origin in {} (percentile)</source>
        <translation>Distancia al origen en {} (percentil)</translation>
    </message>
    <message>
        <source>Distance from the origin, ‖x‖</source>
        <translation>Distancia al origen, ‖x‖</translation>
    </message>
    <message>
        <source>Distance of the means of genuine and impostor scores in pooled standard deviations</source>
        <translation>Distancia de las medias de las puntuaciones genuinas e impostoras en desviaciones típicas conjuntas</translation>
    </message>
    <message>
        <source>Distance of the means of its genuine and impostor scores in pooled standard deviations</source>
        <translation>Distancia de las medias de sus puntuaciones genuinas e impostoras en desviaciones típicas conjuntas</translation>
    </message>
    <message>
        <source>Distance of two identities, {}</source>
        <translation>Distancia entre dos identidades, {}</translation>
    </message>
    <message>
        <source>Distances are those of {} identities, drawn from {}.</source>
        <translation>Las distancias son las de {} identidades, tomadas de {}.</translation>
    </message>
    <message>
        <source>Distances of identities in both</source>
        <translation>Distancias entre identidades en ambos</translation>
    </message>
    <message>
        <source>Distances of people&apos;s centroids do with ρ {}.</source>
        <translation>Las distancias entre los centroides de las personas, con ρ {}.</translation>
    </message>
    <message>
        <source>Distribution of the scores</source>
        <translation>Distribución de las puntuaciones</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Sorteos</translation>
    </message>
    <message numerus="yes">
        <source>Duplicates: {} pair of images has the same pixels, is the same picture saved in another way, or has features with a cosine of {} or more. Frames of one video are not compared with each other.</source>
        <comment>Duplicates: {} pairs of images have the same pixels, are the same picture saved in another way, or have features with a cosine of {} or more. Frames of one video are not compared with each other.</comment>
        <translation>
            <numerusform>Duplicados: {} par de imágenes tiene los mismos píxeles, es la misma imagen guardada de otro modo o tiene características con un coseno de {} o más. Los fotogramas de un mismo vídeo no se comparan entre sí.</numerusform>
            <numerusform>Duplicados: {} pares de imágenes tienen los mismos píxeles, son la misma imagen guardada de otro modo o tienen características con un coseno de {} o más. Los fotogramas de un mismo vídeo no se comparan entre sí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>Rango dinámico</translation>
    </message>
    <message>
        <source>Dynamic range (0–100)</source>
        <translation>Rango dinámico (0–100)</translation>
    </message>
    <message>
        <source>EER</source>
        <translation>EER</translation>
    </message>
    <message>
        <source>Each image against all others but those of its own video</source>
        <translation>Cada imagen frente a todas las demás salvo las de su propio vídeo</translation>
    </message>
    <message>
        <source>Each image against all others, or a gallery and probes</source>
        <translation>Cada imagen frente a todas las demás, o una galería y búsquedas</translation>
    </message>
    <message>
        <source>Each image by its score with the right person and with the most alike other one. Points below the line are taken for someone else.</source>
        <translation>Cada imagen según su puntuación con la persona correcta y con la otra más parecida. Los puntos bajo la línea se toman por otra persona.</translation>
    </message>
    <message>
        <source>Each image with the person&apos;s earliest, or all pairs of a person</source>
        <translation>Cada imagen con la más antigua de la persona, o todos los pares de una persona</translation>
    </message>
    <message>
        <source>Each image&apos;s label against its out-of-fold prediction: the nearer to the diagonal, the better the features tell it.</source>
        <translation>La etiqueta de cada imagen frente a su predicción fuera del pliegue: cuanto más cerca de la diagonal, mejor la dicen las características.</translation>
    </message>
    <message>
        <source>Each pair of images of one person by the time between them and their score; thin lines are people, the thick one is their mean with its 95 % interval. Where it falls, time makes people less alike to the network.</source>
        <translation>Cada par de imágenes de una persona según el tiempo entre ellas y su puntuación; las líneas finas son personas, la gruesa es su media con su intervalo del 95 %. Donde baja, el tiempo hace que las personas se parezcan menos a sí mismas para la red.</translation>
    </message>
    <message>
        <source>Each pair of people by its distance in both networks: 1 − the cosine of the means of their features. Along a rising line the networks order pairs alike.</source>
        <translation>Cada par de personas según su distancia en ambas redes: 1 − el coseno de las medias de sus características. A lo largo de una línea ascendente las redes ordenan los pares igual.</translation>
    </message>
    <message>
        <source>Each person has an effect of the first column of their own</source>
        <translation>Cada persona tiene un efecto propio de la primera columna</translation>
    </message>
    <message>
        <source>Each person has one pair: there are no lines of their own.</source>
        <translation>Cada persona tiene un solo par: no hay líneas propias.</translation>
    </message>
    <message>
        <source>Each template against all others</source>
        <translation>Cada plantilla frente a todas las demás</translation>
    </message>
    <message>
        <source>Effect (SD)</source>
        <translation>Efecto (DT)</translation>
    </message>
    <message>
        <source>Effect size (Hedges&apos; g)</source>
        <translation>Tamaño del efecto (g de Hedges)</translation>
    </message>
    <message>
        <source>Effects, people and videos at random</source>
        <translation>Efectos, con personas y vídeos al azar</translation>
    </message>
    <message>
        <source>Effects, the others held fixed</source>
        <translation>Efectos, con los demás fijos</translation>
    </message>
    <message>
        <source>Ended without a result.</source>
        <translation>Terminó sin resultado.</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Inscritas</translation>
    </message>
    <message>
        <source>Ep&amp;ochs</source>
        <translation>Ép&amp;ocas</translation>
    </message>
    <message>
        <source>Equal error rate: where FMR and FNMR are equal</source>
        <translation>Tasa de error igual: donde FMR y FNMR son iguales</translation>
    </message>
    <message>
        <source>Error that is left when the pairs of lowest score are discarded, of each score against the distance from the origin over the same pairs: above 0 the score foretells this network&apos;s errors better.</source>
        <translation>Error que queda al descartar los pares de menor puntuación, de cada puntuación frente a la distancia al origen sobre los mismos pares: por encima de 0 la puntuación predice mejor los errores de esta red.</translation>
    </message>
    <message>
        <source>Error that it leaves less than the distance, by the error with nothing discarded</source>
        <translation>Error que deja menos que la distancia, dividido por el error sin descartar nada</translation>
    </message>
    <message>
        <source>Error that the score of least area leaves less than this one</source>
        <translation>Error que la puntuación de menor área deja menos que esta</translation>
    </message>
    <message>
        <source>Error versus discard</source>
        <translation>Error tras descartar</translation>
    </message>
    <message>
        <source>Error versus discard curves</source>
        <translation>Curvas de error frente a descarte</translation>
    </message>
    <message>
        <source>Error versus discard goes by the quality of images, and these are pairs of templates; compare images.</source>
        <translation>El error frente al descarte se guía por la calidad de las imágenes, y estas son parejas de plantillas; compare imágenes.</translation>
    </message>
    <message>
        <source>Error versus discard of every score</source>
        <translation>Error frente a descarte de cada puntuación</translation>
    </message>
    <message>
        <source>Error versus discard: areas up to the discard limit</source>
        <translation>Error frente a descarte: áreas hasta el límite de descarte</translation>
    </message>
    <message>
        <source>Error versus discard: false match rates</source>
        <translation>Error tras descartar: tasas de falsa coincidencia</translation>
    </message>
    <message>
        <source>Error-versus-discard curves need genuine pairs, and the verification kept none; import more images per identity, or fewer if there are over 50 million genuine pairs.</source>
        <translation>Las curvas de error tras descartar necesitan pares genuinos y la verificación no conservó ninguno; importe más imágenes por identidad, o menos si hay más de 50 millones de pares genuinos.</translation>
    </message>
    <message>
        <source>Errors by group</source>
        <translation>Errores por grupo</translation>
    </message>
    <message>
        <source>Errors by group at a common threshold</source>
        <translation>Errores por grupo con un umbral común</translation>
    </message>
    <message>
        <source>Euclidean, raw features</source>
        <translation>Euclídea, características sin normalizar</translation>
    </message>
    <message>
        <source>Every labelled image: its unit of observation, its fold, what was predicted out of fold</source>
        <translation>Cada imagen etiquetada: su unidad de observación, su partición, lo predicho fuera de ella</translation>
    </message>
    <message>
        <source>Every search</source>
        <translation>Cada búsqueda</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>Explicado por</translation>
    </message>
    <message>
        <source>Export a figure of the map, of the analysis page in view</source>
        <translation>Exportar una figura del mapa, de la página de análisis a la vista</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposición</translation>
    </message>
    <message>
        <source>Exposure (stops)</source>
        <translation>Exposición (pasos)</translation>
    </message>
    <message>
        <source>Extract features with a network</source>
        <translation>Extraer características con una red</translation>
    </message>
    <message>
        <source>Eye on the image&apos;s left</source>
        <translation>Ojo a la izquierda de la imagen</translation>
    </message>
    <message>
        <source>Eye on the image&apos;s right</source>
        <translation>Ojo a la derecha de la imagen</translation>
    </message>
    <message>
        <source>F, I, D, O</source>
        <translation>F, I, D, O</translation>
    </message>
    <message>
        <source>F1, Ctrl+F1</source>
        <translation>F1, Ctrl+F1</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>FMR</source>
        <translation>FMR</translation>
    </message>
    <message>
        <source>FMR of all</source>
        <translation>FMR de todos</translation>
    </message>
    <message>
        <source>FMR or FNMR</source>
        <translation>FMR o FNMR</translation>
    </message>
    <message>
        <source>FMR over that of all pairs (log₂)</source>
        <translation>FMR sobre la de todos los pares (log₂)</translation>
    </message>
    <message>
        <source>FMR over the geometric mean of all groups&apos; FMR</source>
        <translation>FMR dividida por la media geométrica de la FMR de todos los grupos</translation>
    </message>
    <message>
        <source>FMR target</source>
        <translation>FMR pedida</translation>
    </message>
    <message>
        <source>FMR to mean</source>
        <translation>FMR entre la media</translation>
    </message>
    <message>
        <source>FMR {:g}</source>
        <translation>FMR {}</translation>
    </message>
    <message>
        <source>FMR {:g}, threshold recomputed</source>
        <translation>FMR {}, umbral recalculado</translation>
    </message>
    <message>
        <source>FMR {}</source>
        <translation>FMR {}</translation>
    </message>
    <message>
        <source>FNMR</source>
        <translation>FNMR</translation>
    </message>
    <message>
        <source>FNMR (%)</source>
        <translation>FNMR (%)</translation>
    </message>
    <message>
        <source>FNMR at start</source>
        <translation>FNMR inicial</translation>
    </message>
    <message>
        <source>FNMR of the rest (%)</source>
        <translation>FNMR del resto (%)</translation>
    </message>
    <message>
        <source>FNMR over the geometric mean of all groups&apos; FNMR</source>
        <translation>FNMR dividida por la media geométrica de la FNMR de todos los grupos</translation>
    </message>
    <message>
        <source>FNMR to mean</source>
        <translation>FNMR entre la media</translation>
    </message>
    <message>
        <source>FPIR</source>
        <translation>FPIR</translation>
    </message>
    <message>
        <source>FPIR target</source>
        <translation>FPIR pedida</translation>
    </message>
    <message>
        <source>Face box size</source>
        <translation>Tamaño del recuadro de la cara</translation>
    </message>
    <message>
        <source>Face box, height</source>
        <translation>Recuadro de la cara, altura</translation>
    </message>
    <message>
        <source>Face box, left</source>
        <translation>Recuadro de la cara, izquierda</translation>
    </message>
    <message>
        <source>Face box, top</source>
        <translation>Recuadro de la cara, arriba</translation>
    </message>
    <message>
        <source>Face box, width</source>
        <translation>Recuadro de la cara, anchura</translation>
    </message>
    <message>
        <source>FaceSpace, fast</source>
        <translation>FaceSpace, rápido</translation>
    </message>
    <message>
        <source>Faces are written as they are here: leave the privacy out.</source>
        <translation>Aquí las caras se escriben como son: deje fuera la privacidad.</translation>
    </message>
    <message>
        <source>Faces of which every trait is rated</source>
        <translation>Caras con todos los rasgos valorados</translation>
    </message>
    <message>
        <source>Faces on the points, names, density, radius as distance from the origin</source>
        <translation>Caras sobre los puntos, nombres, densidad, radio como distancia al origen</translation>
    </message>
    <message>
        <source>Faces were cut out in different ways in the two projects: people and pictures in both are less alike, and more of them are missed.</source>
        <translation>Las caras se recortaron de maneras distintas en los dos proyectos: las personas y fotos que están en ambos se parecen menos, y se pasan por alto más de ellas.</translation>
    </message>
    <message>
        <source>False match rate (FMR)</source>
        <translation>Tasa de falsas coincidencias (FMR)</translation>
    </message>
    <message>
        <source>False match rate at which both are compared</source>
        <translation>Tasa de falsas coincidencias con la que se comparan ambas</translation>
    </message>
    <message>
        <source>False match rate at which the threshold was set</source>
        <translation>Tasa de falsas coincidencias con la que se fijó el umbral</translation>
    </message>
    <message>
        <source>False match rate of all impostor pairs that is asked for</source>
        <translation>Tasa de falsas coincidencias de todos los pares impostores que se pide</translation>
    </message>
    <message>
        <source>False match rate of all impostor pairs that is reached</source>
        <translation>Tasa de falsas coincidencias de todos los pares impostores que se alcanza</translation>
    </message>
    <message>
        <source>False match rate that is asked for</source>
        <translation>Tasa de falsas coincidencias que se pide</translation>
    </message>
    <message>
        <source>False match rate that is reached, the most that is not above it</source>
        <translation>Tasa de falsas coincidencias que se alcanza, la mayor que no la supera</translation>
    </message>
    <message>
        <source>False match rates</source>
        <translation>Tasas de falsa coincidencia</translation>
    </message>
    <message>
        <source>False matches within and across groups</source>
        <translation>Falsas coincidencias dentro de los grupos y entre ellos</translation>
    </message>
    <message>
        <source>False non-match rate (FNMR)</source>
        <translation>Tasa de falsas no coincidencias (FNMR)</translation>
    </message>
    <message>
        <source>False non-match rate of the rest</source>
        <translation>Tasa de falsas no coincidencias del resto</translation>
    </message>
    <message>
        <source>False non-match rate with no pair discarded</source>
        <translation>Tasa de falsas no coincidencias sin descartar ningún par</translation>
    </message>
    <message>
        <source>False positive identification rate that is asked for</source>
        <translation>Tasa de identificaciones falsas positivas que se pide</translation>
    </message>
    <message>
        <source>Feature row {} holds a value that is not a number: leave out images without a feature.</source>
        <translation>La fila de características {} contiene un valor que no es un número: deje fuera las imágenes sin característica.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Features of each image</source>
        <translation>Características de cada imagen</translation>
    </message>
    <message>
        <source>Features of {} and of {} values a row come from different networks.</source>
        <translation>Unas características de {} y de {} valores por fila vienen de redes distintas.</translation>
    </message>
    <message>
        <source>Features of {} numbers are too wide for a prediction: it would take {:.0f} GB of memory. The analysis “layers” reads such features through their principal components.</source>
        <translation>Las características de {} números son demasiado anchas para una predicción: ocuparía {:.0f} GB de memoria. El análisis «capas» las lee por sus componentes principales.</translation>
    </message>
    <message>
        <source>Features of “{}” were imported: whether both projects have them from one network cannot be told from the files.</source>
        <translation>Las características de «{}» se importaron: por los archivos no se puede decir si ambos proyectos las tienen de una misma red.</translation>
    </message>
    <message>
        <source>Features “{}”.</source>
        <translation>Características «{}».</translation>
    </message>
    <message>
        <source>Features, by their number</source>
        <translation>Características, por su número</translation>
    </message>
    <message>
        <source>Features, the largest share of significant tests first</source>
        <translation>Características, la mayor proporción de pruebas significativas primero</translation>
    </message>
    <message>
        <source>Fewer than four identities have two images of different videos, so nothing can be said of what other images of them would show: there is no noise ceiling.</source>
        <translation>Menos de cuatro identidades tienen dos imágenes de vídeos distintos, así que nada se puede decir de lo que mostrarían otras imágenes suyas: no hay techo de ruido.</translation>
    </message>
    <message>
        <source>Finding people among many</source>
        <translation>Encontrar personas entre muchas</translation>
    </message>
    <message>
        <source>First image by its path, or template by its id</source>
        <translation>Primera imagen por su ruta, o plantilla por su id</translation>
    </message>
    <message>
        <source>First less second, over the same pairs</source>
        <translation>Primera menos segunda, con los mismos pares</translation>
    </message>
    <message>
        <source>Fixed, or found again at every share discarded</source>
        <translation>Fijo, o hallado de nuevo para cada parte descartada</translation>
    </message>
    <message>
        <source>Folders of the same few names lie under each person and were taken for videos of that person.</source>
        <translation>Bajo cada persona hay carpetas con los mismos pocos nombres y se tomaron por vídeos de esa persona.</translation>
    </message>
    <message>
        <source>Folders of the same few names lie under each person; they became the column “folder”, and the identity is the folder above.</source>
        <translation>Bajo cada persona hay carpetas con los mismos pocos nombres; se convirtieron en la columna «folder», y la identidad es la carpeta superior.</translation>
    </message>
    <message>
        <source>For all of them, ask for {0} shuffles (--permutations {0}).</source>
        <translation>Para todas ellas, pida {0} permutaciones (--permutations {0}).</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrada</translation>
    </message>
    <message>
        <source>Found first, by value of a column</source>
        <translation>Hallados primero, por valor de una columna</translation>
    </message>
    <message>
        <source>Found where not everyone is enrolled</source>
        <translation>Encontrada cuando no todos están inscritos</translation>
    </message>
    <message>
        <source>Found, by rank</source>
        <translation>Encontrada, por rango</translation>
    </message>
    <message>
        <source>Four rated pairs with features are needed; here are {}.</source>
        <translation>Se necesitan cuatro pares valorados con características; aquí hay {}.</translation>
    </message>
    <message>
        <source>From different images of each identity it is {}, where so few images let it reach {} at most: {} without that noise (1: the same geometry).</source>
        <translation>Con imágenes distintas de cada identidad es {}, cuando tan pocas imágenes le permiten llegar a {} como mucho: {} sin ese ruido (1: la misma geometría).</translation>
    </message>
    <message>
        <source>From layer to layer</source>
        <translation>De capa en capa</translation>
    </message>
    <message>
        <source>From the origin, from the mean, or cosine to the identity&apos;s centroid</source>
        <translation>Al origen, a la media, o coseno con el centroide de la identidad</translation>
    </message>
    <message>
        <source>From where the cover comes</source>
        <translation>De dónde viene la cobertura</translation>
    </message>
    <message>
        <source>From where: origin, mean or centroid</source>
        <translation>Desde dónde: origen, media o centroide</translation>
    </message>
    <message>
        <source>From which it is read best</source>
        <translation>De dónde se lee mejor</translation>
    </message>
    <message>
        <source>From which it was chosen, with spaces between</source>
        <translation>De entre las que se eligió, separadas por espacios</translation>
    </message>
    <message>
        <source>From whose features it is predicted</source>
        <translation>De las características de quién se predice</translation>
    </message>
    <message>
        <source>From whose features profiles are predicted</source>
        <translation>De las características de quién se predicen los perfiles</translation>
    </message>
    <message>
        <source>Frontal or profile</source>
        <translation>De frente o de perfil</translation>
    </message>
    <message>
        <source>Frontal up to |yaw|</source>
        <translation>Frontal hasta |guiñada|</translation>
    </message>
    <message>
        <source>Gain (%)</source>
        <translation>Ganancia (%)</translation>
    </message>
    <message>
        <source>Gain over the distance</source>
        <translation>Ganancia sobre la distancia</translation>
    </message>
    <message>
        <source>Galleries and searches</source>
        <translation>Galerías y búsquedas</translation>
    </message>
    <message>
        <source>Genuine pairs discarded (%)</source>
        <translation>Pares genuinos descartados (%)</translation>
    </message>
    <message>
        <source>Genuine pairs in the bin</source>
        <translation>Pares genuinos en el intervalo</translation>
    </message>
    <message>
        <source>Genuine pairs left out, an image lacks the measure</source>
        <translation>Pares genuinos omitidos porque a una imagen le falta la medida</translation>
    </message>
    <message>
        <source>Genuine pairs used</source>
        <translation>Pares genuinos usados</translation>
    </message>
    <message>
        <source>Genuine: least alike first; impostor: most alike first</source>
        <translation>Genuinos: primero los menos parecidos; impostores: primero los más parecidos</translation>
    </message>
    <message>
        <source>Go from face to face, which Tab passes over</source>
        <translation>Ir de una cara a otra; el tabulador las pasa de largo</translation>
    </message>
    <message>
        <source>Go from one control to the next; a ring shows where the keyboard is</source>
        <translation>Ir de un control al siguiente; un anillo muestra dónde está el teclado</translation>
    </message>
    <message>
        <source>Go to the next point in this direction and look at it</source>
        <translation>Ir al siguiente punto en esa dirección y mirarlo</translation>
    </message>
    <message>
        <source>Group of one image</source>
        <translation>Grupo de una imagen</translation>
    </message>
    <message>
        <source>Group of the other</source>
        <translation>Grupo de la otra</translation>
    </message>
    <message>
        <source>Group with the largest one</source>
        <translation>Grupo con la mayor</translation>
    </message>
    <message>
        <source>Group with the smallest one</source>
        <translation>Grupo con la menor</translation>
    </message>
    <message>
        <source>Group “{}” has {} people with features; what is said of it may be theirs alone.</source>
        <translation>El grupo «{}» tiene {} personas con características; lo que se dice de él puede ser solo de ellas.</translation>
    </message>
    <message>
        <source>Group “{}” is left out: it has no pair of images of one person, or none of two.</source>
        <translation>El grupo «{}» se omite: no tiene ningún par de imágenes de una persona, o ninguno de dos.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Groups are as the column labels them. A difference may come from how the images of a group came about (cameras, light, age, how alike its people are) as much as from the network; this analysis does not tell these apart.</source>
        <translation>Los grupos son los que la columna indica. Una diferencia puede deberse a cómo se hicieron las imágenes de un grupo (cámaras, luz, edad, parecido entre sus personas) tanto como a la red; este análisis no distingue lo uno de lo otro.</translation>
    </message>
    <message>
        <source>Groups are compared where two of them have pairs of images of one person and of two; here {} has.</source>
        <translation>Los grupos se comparan cuando dos de ellos tienen pares de imágenes de una persona y de dos; aquí los tiene {}.</translation>
    </message>
    <message>
        <source>Halves</source>
        <translation>Mitades</translation>
    </message>
    <message>
        <source>Halves less alike than this are two people; none: cannot be told</source>
        <translation>Mitades menos parecidas que esto son dos personas; vacío: no se puede decir</translation>
    </message>
    <message>
        <source>Hedges&apos; g of the feature of that number, frontal less profile</source>
        <translation>g de Hedges de la característica con ese número, frente menos perfil</translation>
    </message>
    <message>
        <source>Hedges&apos; g, frontal minus profile</source>
        <translation>g de Hedges, frente menos perfil</translation>
    </message>
    <message>
        <source>Hedges&apos; g, frontal − profile</source>
        <translation>g de Hedges, frontal − perfil</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Histograms of the scores of genuine and impostor pairs, as densities of area 1: the less they overlap, the better people are told apart.</source>
        <translation>Histogramas de las puntuaciones de los pares genuinos e impostores, como densidades de área 1: cuanto menos se solapan, mejor se distingue a las personas.</translation>
    </message>
    <message>
        <source>How alike two spaces are</source>
        <translation>Cuánto se parecen dos espacios</translation>
    </message>
    <message>
        <source>How far neighbours on the map are neighbours in the features, and the other way (Venna and Kaski 2001), over all pairs of images: from 0 to 1, larger is better.</source>
        <translation>Hasta qué punto los vecinos en el mapa son vecinos en las características, y al revés (Venna y Kaski 2001), en todos los pares de imágenes: de 0 a 1, mayor es mejor.</translation>
    </message>
    <message>
        <source>How far the groups are apart</source>
        <translation>Cuánto distan los grupos</translation>
    </message>
    <message>
        <source>How far the map can be trusted</source>
        <translation>Hasta dónde es fiable el mapa</translation>
    </message>
    <message>
        <source>How it changes over the layers</source>
        <translation>Cómo cambia a lo largo de las capas</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Cómo se hizo</translation>
    </message>
    <message>
        <source>How labels were shuffled for the baseline</source>
        <translation>Cómo se barajaron las etiquetas para la referencia</translation>
    </message>
    <message>
        <source>How many features it takes</source>
        <translation>Cuántas características hacen falta</translation>
    </message>
    <message>
        <source>How many images keep which share of their nearest neighbours.</source>
        <translation>Cuántas imágenes conservan qué parte de sus vecinos más próximos.</translation>
    </message>
    <message>
        <source>How many of the worst pairs of each kind</source>
        <translation>Cuántos de los peores pares de cada clase</translation>
    </message>
    <message>
        <source>How many ranks are told</source>
        <translation>Cuántos rangos se dan</translation>
    </message>
    <message>
        <source>How measures of image quality go with the distance of the feature: rank correlations from −1 to 1, by Spearman and Kendall, with intervals by leaving identities out.</source>
        <translation>Cómo van las medidas de calidad de imagen con la distancia de la característica: correlaciones de rangos de −1 a 1, de Spearman y Kendall, con intervalos que dejan identidades fuera.</translation>
    </message>
    <message>
        <source>How much nearer it is to that than to its own</source>
        <translation>Cuánto más cerca está de ella que de la suya</translation>
    </message>
    <message>
        <source>How much nearer to another identity</source>
        <translation>Cuánto más cerca de otra identidad</translation>
    </message>
    <message>
        <source>How much of half the mean squared distance of two images falls away where they have only this in common, with 95 % intervals: 0 nothing, 1 all. The factors in their order; below, what they do only together, and what is left between images of one person alike in all this.</source>
        <translation>Cuánto de la mitad de la distancia cuadrática media de dos imágenes desaparece cuando solo tienen esto en común, con intervalos del 95 %: 0 nada, 1 todo. Los factores en su orden; debajo, lo que hacen solo juntos y lo que queda entre imágenes de una persona iguales en todo ello.</translation>
    </message>
    <message>
        <source>How much of the variance goes with the columns, how much images of one person and of one video have in common beyond that, and what is left.</source>
        <translation>Cuánta varianza va con las columnas, cuánta tienen en común además las imágenes de una persona y de un vídeo, y lo que queda.</translation>
    </message>
    <message>
        <source>How near the nearest identity is</source>
        <translation>Lo cerca que está la identidad más cercana</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Con qué frecuencia</translation>
    </message>
    <message>
        <source>How often images of two groups are taken for one person, over all pairs: log₂ of the two rates, 0 as often, 1 twice as often, −1 half as often.</source>
        <translation>Cuántas veces se toman imágenes de dos grupos por una persona, respecto a todos los pares: log₂ de las dos tasas, 0 igual, 1 el doble, −1 la mitad.</translation>
    </message>
    <message>
        <source>How the false non-match rate falls as genuine pairs of lowest quality are set aside (Grother and Tabassi 2007): the faster, the better the measure foretells errors.</source>
        <translation>Cómo cae la tasa de falsos rechazos cuando se apartan los pares genuinos de menor calidad (Grother y Tabassi 2007): cuanto más deprisa, mejor predice la medida los errores.</translation>
    </message>
    <message>
        <source>How the false non-match rate falls as genuine pairs of lowest score are set aside: the faster, the better the score foretells errors.</source>
        <translation>Cómo baja la tasa de falsos rechazos al apartar los pares genuinos de menor puntuación: cuanto más rápido, mejor predice la puntuación los errores.</translation>
    </message>
    <message>
        <source>How the map “{}” was made cannot be read.</source>
        <translation>No se puede leer cómo se hizo el mapa «{}».</translation>
    </message>
    <message>
        <source>How the map “{}” was made is not known any more.</source>
        <translation>Ya no se sabe cómo se hizo el mapa «{}».</translation>
    </message>
    <message>
        <source>How the score of two images of one person changes with the time between them: a line for each person around a mean line (linear mixed model, REML; Best-Rowden and Jain 2018). Below 0 in ten years: people become harder to recognise.</source>
        <translation>Cómo cambia la puntuación de dos imágenes de una persona con el tiempo entre ellas: una línea para cada persona en torno a una línea media (modelo lineal mixto, REML; Best-Rowden y Jain 2018). Por debajo de 0 en diez años: las personas son más difíciles de reconocer.</translation>
    </message>
    <message>
        <source>How two networks or two maps see the same images: the share of nearest neighbours in common, from 0 (others) to 100 % (the same), and ranks of the distance from the origin.</source>
        <translation>Cómo ven dos redes o dos mapas las mismas imágenes: proporción de vecinos más cercanos en común, de 0 (otros) a 100 % (los mismos), y rangos de la distancia al origen.</translation>
    </message>
    <message>
        <source>How two networks, or two maps, see the same images</source>
        <translation>Cómo ven dos redes, o dos mapas, las mismas imágenes</translation>
    </message>
    <message>
        <source>How well the features tell identities apart</source>
        <translation>Lo bien que las características distinguen identidades</translation>
    </message>
    <message>
        <source>How well the features tell people apart: the scores of pairs of one identity (genuine) beside those of two (impostor), in the terms of ISO/IEC 19795-1.</source>
        <translation>Lo bien que las características distinguen a las personas: las puntuaciones de pares de una identidad (genuinos) junto a las de dos (impostores), en los términos de ISO/IEC 19795-1.</translation>
    </message>
    <message>
        <source>How well the right person is found among many: each image is held against the images of all enrolled people, who are ranked by the one most like it, in the terms of ISO/IEC 19795-1.</source>
        <translation>Con qué acierto se encuentra a la persona correcta entre muchas: cada imagen se compara con las de todas las personas inscritas, que se ordenan por la más parecida, en los términos de ISO/IEC 19795-1.</translation>
    </message>
    <message>
        <source>How “{}” was done is not known any more.</source>
        <translation>Ya no se sabe cómo se hizo «{}».</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Identificación</translation>
    </message>
    <message>
        <source>Identification within the values of a column needs its name (--by).</source>
        <translation>La identificación dentro de los valores de una columna necesita su nombre (--by).</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identidades</translation>
    </message>
    <message>
        <source>Identities above (cosine)</source>
        <translation>Identidades por encima de (coseno)</translation>
    </message>
    <message>
        <source>Identities against features</source>
        <translation>Identidades frente a características</translation>
    </message>
    <message>
        <source>Identities by features</source>
        <translation>Identidades por características</translation>
    </message>
    <message>
        <source>Identities enrolled there</source>
        <translation>Identidades inscritas en ella</translation>
    </message>
    <message>
        <source>Identities in both projects</source>
        <translation>Identidades en ambos proyectos</translation>
    </message>
    <message>
        <source>Identities in the tree, drawn at random, as many of each class</source>
        <translation>Identidades del árbol, sorteadas, tantas de cada clase</translation>
    </message>
    <message>
        <source>Identities left out for intervals</source>
        <translation>Identidades omitidas para los intervalos</translation>
    </message>
    <message>
        <source>Identities more alike than this are one person; 0: the limit is found in the two sets</source>
        <translation>Las identidades más parecidas que esto son una misma persona; 0: el límite se halla en los dos conjuntos</translation>
    </message>
    <message>
        <source>Identities more alike than this are one person; none: cannot be told</source>
        <translation>Identidades más parecidas que esto son una persona; vacío: no se puede decir</translation>
    </message>
    <message>
        <source>Identities of the other project</source>
        <translation>Identidades del otro proyecto</translation>
    </message>
    <message>
        <source>Identities of these</source>
        <translation>Identidades de estas</translation>
    </message>
    <message>
        <source>Identities of these images</source>
        <translation>Identidades de estas imágenes</translation>
    </message>
    <message>
        <source>Identities of this project</source>
        <translation>Identidades de este proyecto</translation>
    </message>
    <message>
        <source>Identities that are each other&apos;s nearest, a typical image of each: the larger the cosine of their means, the surer it is one person.</source>
        <translation>Identidades que son la más cercana una de la otra, con una imagen típica de cada una: cuanto mayor es el coseno de sus medias, más seguro es que sea una misma persona.</translation>
    </message>
    <message>
        <source>Identities that are in both projects</source>
        <translation>Identidades que están en ambos proyectos</translation>
    </message>
    <message>
        <source>Identities that it is of</source>
        <translation>Identidades de las que es</translation>
    </message>
    <message>
        <source>Identities with enough images of both views</source>
        <translation>Identidades con suficientes imágenes de ambas vistas</translation>
    </message>
    <message>
        <source>Identities with two images of different videos</source>
        <translation>Identidades con dos imágenes de vídeos distintos</translation>
    </message>
    <message>
        <source>Identities&apos; part of both variances, those below 0 taken as 0</source>
        <translation>Parte de las identidades en ambas varianzas, tomando como 0 las que son menores que 0</translation>
    </message>
    <message>
        <source>Identities, as they were imported</source>
        <translation>Identidades, como se importaron</translation>
    </message>
    <message>
        <source>Identities, by name</source>
        <translation>Identidades, por nombre</translation>
    </message>
    <message>
        <source>Identities, or random groups of them, left out in turn for the intervals; 0: none</source>
        <translation>Identidades, o grupos de ellas al azar, que se omiten por turno para los intervalos; 0: ninguna</translation>
    </message>
    <message>
        <source>Identities, the largest share of significant tests first</source>
        <translation>Identidades, la mayor proporción de pruebas significativas primero</translation>
    </message>
    <message>
        <source>Identities, the most changed first</source>
        <translation>Identidades, primero las más cambiadas</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Identity in the other project</source>
        <translation>Identidad en el otro proyecto</translation>
    </message>
    <message>
        <source>Identity in this project</source>
        <translation>Identidad en este proyecto</translation>
    </message>
    <message>
        <source>Identity of the first</source>
        <translation>Identidad de la primera</translation>
    </message>
    <message>
        <source>Identity of the image</source>
        <translation>Identidad de la imagen</translation>
    </message>
    <message>
        <source>Identity of the images</source>
        <translation>Identidad de las imágenes</translation>
    </message>
    <message>
        <source>Identity of the second</source>
        <translation>Identidad de la segunda</translation>
    </message>
    <message>
        <source>Identity or an attribute</source>
        <translation>Identidad o un atributo</translation>
    </message>
    <message>
        <source>Identity that comes first</source>
        <translation>Identidad que sale primera</translation>
    </message>
    <message>
        <source>Identity that comes first most often in its place</source>
        <translation>Identidad que más a menudo queda primera en su lugar</translation>
    </message>
    <message>
        <source>Identity that it is labelled as</source>
        <translation>Identidad con la que está etiquetada</translation>
    </message>
    <message>
        <source>Identity whose centroid is nearest</source>
        <translation>Identidad cuyo centroide es el más cercano</translation>
    </message>
    <message>
        <source>Identity, class or condition</source>
        <translation>Identidad, clase o condición</translation>
    </message>
    <message>
        <source>Identity, image, or both</source>
        <translation>Identidad, imagen o ambas</translation>
    </message>
    <message>
        <source>Identity, or the column whose classes are told apart; view: |yaw| in ranges of 30°</source>
        <translation>Identidad, o la columna cuyas clases se distinguen; vista: |guiñada| en tramos de 30°</translation>
    </message>
    <message>
        <source>Identity-disjoint folds</source>
        <translation>Particiones sin identidades comunes</translation>
    </message>
    <message>
        <source>Identity-disjoint folds of the cross-validation</source>
        <translation>Particiones de la validación cruzada sin identidades en común</translation>
    </message>
    <message>
        <source>Identity: AUC by cosine; yaw: mean absolute error; attribute: balanced accuracy, on identities not fitted to</source>
        <translation>Identidad: AUC por coseno; guiñada: error absoluto medio; atributo: exactitud equilibrada, en identidades a las que no se ajustó</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Image quality against distance</source>
        <translation>Calidad de imagen frente a distancia</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Images at percentiles of the distance, from the origin outwards</source>
        <translation>Imágenes en percentiles de la distancia, desde el origen hacia fuera</translation>
    </message>
    <message>
        <source>Images for which it is known</source>
        <translation>Imágenes de las que se conoce</translation>
    </message>
    <message>
        <source>Images in both projects</source>
        <translation>Imágenes en ambos proyectos</translation>
    </message>
    <message>
        <source>Images in the bin</source>
        <translation>Imágenes en el intervalo</translation>
    </message>
    <message>
        <source>Images in the larger half</source>
        <translation>Imágenes en la mitad mayor</translation>
    </message>
    <message>
        <source>Images in the other half</source>
        <translation>Imágenes en la otra mitad</translation>
    </message>
    <message>
        <source>Images in the other project</source>
        <translation>Imágenes en el otro proyecto</translation>
    </message>
    <message>
        <source>Images of each view that an identity must have</source>
        <translation>Imágenes de cada vista que debe tener una identidad</translation>
    </message>
    <message>
        <source>Images of each view, at least</source>
        <translation>Imágenes de cada vista, como mínimo</translation>
    </message>
    <message>
        <source>Images of the first</source>
        <translation>Imágenes del primero</translation>
    </message>
    <message>
        <source>Images of the group (%)</source>
        <translation>Imágenes del grupo (%)</translation>
    </message>
    <message>
        <source>Images of the group with features</source>
        <translation>Imágenes del grupo con características</translation>
    </message>
    <message>
        <source>Images of the identity in this project</source>
        <translation>Imágenes de la identidad en este proyecto</translation>
    </message>
    <message>
        <source>Images of the other project</source>
        <translation>Imágenes del otro proyecto</translation>
    </message>
    <message>
        <source>Images of the other project that this one has, too</source>
        <translation>Imágenes del otro proyecto que este también tiene</translation>
    </message>
    <message>
        <source>Images of the second</source>
        <translation>Imágenes del segundo</translation>
    </message>
    <message>
        <source>Images of this project that were compared</source>
        <translation>Imágenes de este proyecto que se compararon</translation>
    </message>
    <message>
        <source>Images of which it is known</source>
        <translation>Imágenes de las que se sabe</translation>
    </message>
    <message>
        <source>Images of which the attribute is known</source>
        <translation>Imágenes de las que se conoce el atributo</translation>
    </message>
    <message>
        <source>Images on it</source>
        <translation>Imágenes que hay en él</translation>
    </message>
    <message>
        <source>Images or templates enrolled in it</source>
        <translation>Imágenes o plantillas inscritas en ella</translation>
    </message>
    <message>
        <source>Images tested in it</source>
        <translation>Imágenes probadas en ella</translation>
    </message>
    <message>
        <source>Images that an identity must have</source>
        <translation>Imágenes que debe tener una identidad</translation>
    </message>
    <message>
        <source>Images that an identity must have to be a candidate</source>
        <translation>Imágenes que debe tener una identidad para ser candidata</translation>
    </message>
    <message>
        <source>Images that are in both projects</source>
        <translation>Imágenes que están en ambos proyectos</translation>
    </message>
    <message>
        <source>Images that are read; of more, a random choice with as many identities as possible</source>
        <translation>Imágenes que se leen; si hay más, una elección al azar con tantas identidades como sea posible</translation>
    </message>
    <message>
        <source>Images that are there twice</source>
        <translation>Imágenes que están dos veces</translation>
    </message>
    <message>
        <source>Images that both have</source>
        <translation>Imágenes que ambas tienen</translation>
    </message>
    <message>
        <source>Images that have all the numbers</source>
        <translation>Imágenes que tienen todos los números</translation>
    </message>
    <message>
        <source>Images that one of them lacks</source>
        <translation>Imágenes que le faltan a una de ellas</translation>
    </message>
    <message>
        <source>Images that the other project has, too</source>
        <translation>Imágenes que el otro proyecto también tiene</translation>
    </message>
    <message>
        <source>Images to train on</source>
        <translation>Imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>Images were placed on the map “{}” after it was made.</source>
        <translation>Se colocaron imágenes en el mapa «{}» después de hacerlo.</translation>
    </message>
    <message>
        <source>Images with a distance and the measure</source>
        <translation>Imágenes con distancia y medida</translation>
    </message>
    <message>
        <source>Images with a label and a feature</source>
        <translation>Imágenes con etiqueta y característica</translation>
    </message>
    <message>
        <source>Images with and without files cannot be together in “{}”; make another project for them.</source>
        <translation>No puede haber juntas imágenes con y sin archivos en «{}»; cree otro proyecto para ellas.</translation>
    </message>
    <message>
        <source>Images with the same pixels, of the same picture in other pixels, or of a part of it (hash of 256 bits), one of each project.</source>
        <translation>Imágenes con los mismos píxeles, de la misma foto con otros píxeles o de una parte de ella (hash de 256 bits), una de cada proyecto.</translation>
    </message>
    <message>
        <source>Images, in import order</source>
        <translation>Imágenes, en el orden de importación</translation>
    </message>
    <message>
        <source>Images, or templates, that were compared</source>
        <translation>Imágenes, o plantillas, que se compararon</translation>
    </message>
    <message>
        <source>Imported features need a name.</source>
        <translation>Las características importadas necesitan un nombre.</translation>
    </message>
    <message>
        <source>Impostor pairs in the bin</source>
        <translation>Pares impostores en el intervalo</translation>
    </message>
    <message>
        <source>In how many units it is</source>
        <translation>En cuántas unidades está</translation>
    </message>
    <message>
        <source>In so many searches</source>
        <translation>En cuántas búsquedas</translation>
    </message>
    <message>
        <source>In the order of shares, from 1; none: not a factor</source>
        <translation>En el orden de las partes, desde 1; vacío: no es un factor</translation>
    </message>
    <message>
        <source>In the tree</source>
        <translation>En el árbol</translation>
    </message>
    <message>
        <source>In the tree of centroids {} of {} identities are a branch of their own.</source>
        <translation>En el árbol de centroides, {} de {} identidades son una rama propia.</translation>
    </message>
    <message>
        <source>In these images the distance of “{}” does not follow quality: of {} measures the strongest, “{}”, has a Spearman ρ of {:.2f} ({} images).</source>
        <translation>En estas imágenes la distancia de «{}» no sigue a la calidad: de {} medidas la más fuerte, «{}», tiene una ρ de Spearman de {:.2f} ({} imágenes).</translation>
    </message>
    <message>
        <source>In these images the distance of “{}” does not follow quality: “{}”, the only measure there is, has a Spearman ρ of {:.2f} ({} images).</source>
        <translation>En estas imágenes la distancia de «{}» no sigue la calidad: «{}», la única medida que hay, tiene una ρ de Spearman de {:.2f} ({} imágenes).</translation>
    </message>
    <message>
        <source>In these images the distance of “{}” follows quality in part only: better images are farther from the origin by “{}” (ρ {:.2f}), nearer to it by “{}” (ρ {:.2f}).</source>
        <translation>En estas imágenes la distancia de «{}» sigue a la calidad solo en parte: las imágenes mejores están más lejos del origen según «{}» (ρ {:.2f}) y más cerca según «{}» (ρ {:.2f}).</translation>
    </message>
    <message>
        <source>In these images the distance of “{}” follows quality: better images are farther from the origin, most so by “{}” (Spearman ρ {:.2f}, {} images).</source>
        <translation>En estas imágenes la distancia de «{}» sigue a la calidad: las imágenes mejores están más lejos del origen, sobre todo según «{}» (ρ de Spearman {}, {} imágenes).</translation>
    </message>
    <message>
        <source>In these images the distance of “{}” goes the other way: better images are nearer to the origin, most so by “{}” (Spearman ρ {:.2f}, {} images).</source>
        <translation>En estas imágenes la distancia de «{}» va al revés: las imágenes mejores están más cerca del origen, sobre todo según «{}» (ρ de Spearman {:.2f}, {} imágenes).</translation>
    </message>
    <message>
        <source>In which it is tested, from 1</source>
        <translation>En la que se prueba, desde 1</translation>
    </message>
    <message>
        <source>In {} (percentile)</source>
        <translation>En {} (percentil)</translation>
    </message>
    <message>
        <source>In “{}” another face was detected in “{}” than in “{}”.</source>
        <translation>En «{}» se detectó en «{}» otra cara que en «{}».</translation>
    </message>
    <message>
        <source>Inter-eye distance</source>
        <translation>Distancia entre los ojos</translation>
    </message>
    <message>
        <source>Inter-eye distance (0–100)</source>
        <translation>Distancia entre los ojos (0–100)</translation>
    </message>
    <message>
        <source>Inter-eye distance / cos yaw</source>
        <translation>Distancia entre los ojos / cos guiñada</translation>
    </message>
    <message>
        <source>Intervals and p-values go by identities, of which {} are few: below about {} they tend to be too narrow, and what is found may be these people&apos;s alone.</source>
        <translation>Los intervalos y valores p van por identidades, y {} son pocas: por debajo de unas {} tienden a ser demasiado estrechos, y lo hallado puede ser solo de estas personas.</translation>
    </message>
    <message>
        <source>It is a column: leave the parentheses out.</source>
        <translation>Es una columna: quite los paréntesis.</translation>
    </message>
    <message>
        <source>It is a function, as in {}(…).</source>
        <translation>Es una función, como en {}(…).</translation>
    </message>
    <message>
        <source>It is beyond chance if this is above 0</source>
        <translation>Va más allá del azar si es mayor que 0</translation>
    </message>
    <message>
        <source>It is read best from “{}”: {}, more than from the last by {}.</source>
        <translation>Donde mejor se lee es en «{}»: {}, más que en la última por {}.</translation>
    </message>
    <message>
        <source>It leaves {} % of the error less than the distance from the origin ({}).</source>
        <translation>Deja un {} % del error menos que la distancia al origen ({}).</translation>
    </message>
    <message>
        <source>It leaves {} % of the error less than the distance from the origin, which may be chance.</source>
        <translation>Deja un {} % del error menos que la distancia al origen, lo que puede ser azar.</translation>
    </message>
    <message>
        <source>Iterations cannot be negative.</source>
        <translation>Las iteraciones no pueden ser negativas.</translation>
    </message>
    <message>
        <source>Its 97.5th percentile</source>
        <translation>Su percentil 97.5</translation>
    </message>
    <message>
        <source>Its cosine</source>
        <translation>Su coseno</translation>
    </message>
    <message>
        <source>Its distance</source>
        <translation>Su distancia</translation>
    </message>
    <message>
        <source>Its distance from the origin goes from {} to {}.</source>
        <translation>Su distancia al origen pasa de {} a {}.</translation>
    </message>
    <message>
        <source>Its first nodes subtract and multiply: pixels go in as they are, mean 0 and std 1.</source>
        <translation>Sus primeros nodos restan y multiplican: los píxeles entran tal cual, media 0 y desviación 1.</translation>
    </message>
    <message>
        <source>Its frontal images</source>
        <translation>Sus imágenes de frente</translation>
    </message>
    <message>
        <source>Its identity</source>
        <translation>Su identidad</translation>
    </message>
    <message>
        <source>Its identity; an identity is in one fold</source>
        <translation>Su identidad; una identidad está en una sola partición</translation>
    </message>
    <message>
        <source>Its images that both have</source>
        <translation>Sus imágenes que ambas tienen</translation>
    </message>
    <message>
        <source>Its label; of classes 0 or 1</source>
        <translation>Su etiqueta; de clases, 0 o 1</translation>
    </message>
    <message>
        <source>Its output “{}” is taken for the feature, “{}” for the length that it is multiplied by.</source>
        <translation>Su salida «{}» se toma como característica y «{}» como la longitud por la que se multiplica.</translation>
    </message>
    <message>
        <source>Its own person&apos;s nearest image goes from place {} to place {} among all others.</source>
        <translation>La imagen más próxima de su propia persona pasa del puesto {} al puesto {} entre todas las demás.</translation>
    </message>
    <message>
        <source>Its profile images</source>
        <translation>Sus imágenes de perfil</translation>
    </message>
    <message>
        <source>Its share of the variance of the outcome</source>
        <translation>Su parte de la varianza del resultado</translation>
    </message>
    <message>
        <source>Its unit</source>
        <translation>Su unidad</translation>
    </message>
    <message>
        <source>Its variance component</source>
        <translation>Su componente de varianza</translation>
    </message>
    <message>
        <source>Its variance component over the sum of all: the part of half the mean squared distance of two images that falls away where they have only this in common</source>
        <translation>Su componente de varianza dividida por la suma de todas: la parte de la mitad de la distancia cuadrática media de dos imágenes que desaparece cuando solo tienen esto en común</translation>
    </message>
    <message>
        <source>Its yaw</source>
        <translation>Su guiñada</translation>
    </message>
    <message>
        <source>K, X, U on the page Triage</source>
        <translation>K, X, U en la página Criba</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>Divergencia KL</translation>
    </message>
    <message>
        <source>KL divergence {:.3f}.</source>
        <translation>Divergencia KL: {}.</translation>
    </message>
    <message>
        <source>Keep the selection, the view under a name</source>
        <translation>Guardar la selección, la vista con un nombre</translation>
    </message>
    <message>
        <source>Keep, reject, undecided</source>
        <translation>Conservar, rechazar, sin decidir</translation>
    </message>
    <message>
        <source>Kendall&apos;s p</source>
        <translation>p de Kendall</translation>
    </message>
    <message>
        <source>Kendall&apos;s τ</source>
        <translation>τ de Kendall</translation>
    </message>
    <message>
        <source>Kendall&apos;s τ-b of measure and distance</source>
        <translation>τ-b de Kendall de medida y distancia</translation>
    </message>
    <message>
        <source>Kendall&apos;s τ-b of these</source>
        <translation>τ-b de Kendall de estas</translation>
    </message>
    <message>
        <source>Key of the measure</source>
        <translation>Clave de la medida</translation>
    </message>
    <message>
        <source>Key of the measure; also random and oracle</source>
        <translation>Clave de la medida; también azar y oráculo</translation>
    </message>
    <message>
        <source>Key of the score</source>
        <translation>Clave de la puntuación</translation>
    </message>
    <message>
        <source>Kobak &amp; Berens 2019</source>
        <translation>Kobak &amp; Berens 2019</translation>
    </message>
    <message>
        <source>Kullback–Leibler divergence of the map from the features&apos; affinities</source>
        <translation>Divergencia de Kullback-Leibler del mapa respecto a las afinidades de las características</translation>
    </message>
    <message>
        <source>Kullback–Leibler divergence of the other map</source>
        <translation>Divergencia de Kullback-Leibler del otro mapa</translation>
    </message>
    <message>
        <source>L&amp;ate exaggeration</source>
        <translation>Exageración &amp;tardía</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Labelled against predicted</source>
        <translation>Etiquetado frente a predicho</translation>
    </message>
    <message>
        <source>Labels that look wrong</source>
        <translation>Etiquetas que parecen erróneas</translation>
    </message>
    <message>
        <source>Labels that look wrong by the features: images nearer to the mean of another identity than to their own, names of two people, people of two names, and the same picture twice.</source>
        <translation>Etiquetas que parecen erróneas según las características: imágenes más cercanas a la media de otra identidad que a la suya, nombres de dos personas, personas con dos nombres y la misma foto dos veces.</translation>
    </message>
    <message>
        <source>Labels that look wrong, and who is elsewhere, too</source>
        <translation>Etiquetas que parecen erróneas, y quién está también en otra parte</translation>
    </message>
    <message>
        <source>Labels without images need a manifest, and “{}” has no manifest.csv.</source>
        <translation>Las etiquetas sin imágenes necesitan un manifiesto, y «{}» no tiene manifest.csv.</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Largest fall of the smooth</source>
        <translation>Mayor caída de la curva suavizada</translation>
    </message>
    <message>
        <source>Largest rise of the smooth</source>
        <translation>Mayor subida de la curva suavizada</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Layer, from the input to the features</source>
        <translation>Capa, de la entrada a las características</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Layers are compared of two or more.</source>
        <translation>Se comparan dos capas o más.</translation>
    </message>
    <message>
        <source>Layers are probed over {} images of {} identities or more, of which some have images of two videos (or two stills), with features of every layer; import more, or extract what is missing.</source>
        <translation>Las capas se sondean con {} imágenes de {} identidades o más, algunas con imágenes de dos vídeos (o dos fotos), con características de todas las capas; importe más, o extraiga lo que falta.</translation>
    </message>
    <message>
        <source>Level of significance</source>
        <translation>Nivel de significación</translation>
    </message>
    <message>
        <source>Levels in the tree</source>
        <translation>Niveles en el árbol</translation>
    </message>
    <message>
        <source>Levels it has; of identity, identities</source>
        <translation>Niveles que tiene; de la identidad, identidades</translation>
    </message>
    <message>
        <source>Levels that are a branch of the tree: all their leaves and no others</source>
        <translation>Niveles que son una rama del árbol: todas sus hojas y ninguna otra</translation>
    </message>
    <message>
        <source>LibTorch gives no reason</source>
        <translation>LibTorch no da ningún motivo</translation>
    </message>
    <message>
        <source>Limits for names that are wrong as a whole, and how they were found</source>
        <translation>Límites para nombres equivocados en su conjunto, y cómo se hallaron</translation>
    </message>
    <message>
        <source>Line {} of “{}” ends in no score; it should hold one number for each pair.</source>
        <translation>La línea {} de «{}» no termina en una puntuación; debería contener un número por cada par.</translation>
    </message>
    <message>
        <source>Line {} of “{}” gives “{}” to a template of another person.</source>
        <translation>La línea {} de «{}» asigna «{}» a una plantilla de otra persona.</translation>
    </message>
    <message>
        <source>Line {} of “{}” has text behind a closing quote; a quote inside a quoted value is written twice.</source>
        <translation>La línea {} de «{}» tiene texto tras unas comillas de cierre; dentro de un valor entrecomillado las comillas se escriben dos veces.</translation>
    </message>
    <message>
        <source>Line {} of “{}” has {} but no {}; give all five landmarks or leave them empty.</source>
        <translation>La línea {} de «{}» tiene {} pero no {}; dé los cinco puntos de referencia o déjelos vacíos.</translation>
    </message>
    <message>
        <source>Line {} of “{}” has {} but no {}; give the face box whole or leave it empty.</source>
        <translation>La línea {} de «{}» tiene {} pero no {}; dé entero el recuadro de la cara o déjelo vacío.</translation>
    </message>
    <message>
        <source>Line {} of “{}” has {} values, but its header names {} columns.</source>
        <translation>La línea {} de «{}» tiene {} valores, pero su cabecera nombra {} columnas.</translation>
    </message>
    <message>
        <source>Line {} of “{}” has {} values, but others have {} or more.</source>
        <translation>La línea {} de «{}» tiene {} valores, pero otras tienen {} o más.</translation>
    </message>
    <message>
        <source>Line {} of “{}” has {} values, not {}.</source>
        <translation>La línea {} de «{}» tiene {} valores, no {}.</translation>
    </message>
    <message>
        <source>Line {} of “{}” holds a zero byte; this is not a text file.</source>
        <translation>La línea {} de «{}» contiene un byte cero; no es un archivo de texto.</translation>
    </message>
    <message>
        <source>Line {} of “{}” is longer than {} KiB; check that the file is a CSV table and that no closing quote is missing.</source>
        <translation>La línea {} de «{}» mide más de {} KiB; compruebe que el archivo es una tabla CSV y que no falta ninguna comilla de cierre.</translation>
    </message>
    <message>
        <source>Line {} of “{}” is not text; save the list in UTF-8.</source>
        <translation>La línea {} de «{}» no es texto; guarde la lista en UTF-8.</translation>
    </message>
    <message>
        <source>Line {} of “{}” names no identity (column “{}” is empty).</source>
        <translation>La línea {} de «{}» no nombra ninguna identidad (la columna «{}» está vacía).</translation>
    </message>
    <message>
        <source>Line {} of “{}” names no identity (column “{}” says “{}”).</source>
        <translation>La línea {} de «{}» no nombra ninguna identidad (la columna «{}» dice «{}»).</translation>
    </message>
    <message>
        <source>Line {} of “{}” names no identity, and its image lies in no folder.</source>
        <translation>La línea {} de «{}» no nombra ninguna identidad, y su imagen no está en ninguna carpeta.</translation>
    </message>
    <message>
        <source>Line {} of “{}” opens a quote that is never closed.</source>
        <translation>La línea {} de «{}» abre unas comillas que no se cierran.</translation>
    </message>
    <message>
        <source>Line {} of “{}” says “{}” where others say whether the two are one person (1 or 0).</source>
        <translation>La línea {} de «{}» dice «{}» donde otras dicen si las dos son una misma persona (1 o 0).</translation>
    </message>
    <message>
        <source>Line {} of “{}” should be a number and an image.</source>
        <translation>La línea {} de «{}» debería ser un número y una imagen.</translation>
    </message>
    <message>
        <source>Line {} of “{}” should be the key of a record and where it begins; make the index anew with MXNet&apos;s rec2idx, or take it away.</source>
        <translation>La línea {} de «{}» debería ser la clave de un registro y dónde empieza; vuelva a hacer el índice con rec2idx de MXNet o quítelo.</translation>
    </message>
    <message>
        <source>Line {} of “{}” should be the numbers of folds and of pairs, as in LFW&apos;s pairs.txt.</source>
        <translation>La línea {} de «{}» debería ser el número de particiones y de pares, como en pairs.txt de LFW.</translation>
    </message>
    <message>
        <source>Line {} of “{}” should be two numbers of CFP&apos;s lists of images.</source>
        <translation>La línea {} de «{}» debería ser dos números de las listas de imágenes de CFP.</translation>
    </message>
    <message>
        <source>Line {} of “{}” should be “name n1 n2” or “name1 n1 name2 n2”.</source>
        <translation>La línea {} de «{}» debería ser «nombre n1 n2» o «nombre1 n1 nombre2 n2».</translation>
    </message>
    <message>
        <source>Line {} of “{}” should hold two template ids.</source>
        <translation>La línea {} de «{}» debería contener dos identificadores de plantilla.</translation>
    </message>
    <message>
        <source>Line {} of “{}” should name two images by their paths, or be “name n1 n2” or “name1 n1 name2 n2” as in LFW&apos;s pairs.txt.</source>
        <translation>La línea {} de «{}» debería nombrar dos imágenes por sus rutas, o ser «nombre n1 n2» o «nombre1 n1 nombre2 n2» como en pairs.txt de LFW.</translation>
    </message>
    <message>
        <source>Lines of people</source>
        <translation>Líneas de las personas</translation>
    </message>
    <message>
        <source>Logarithmic error axis</source>
        <translation>Eje de error logarítmico</translation>
    </message>
    <message>
        <source>Longest time between two images</source>
        <translation>Tiempo más largo entre dos imágenes</translation>
    </message>
    <message>
        <source>Longest time between two of them</source>
        <translation>Tiempo más largo entre dos de ellas</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Buscadas</translation>
    </message>
    <message>
        <source>Lower edge of the bin</source>
        <translation>Borde inferior del intervalo</translation>
    </message>
    <message>
        <source>Lower end of its 95 % band, identities left out in turn, the threshold found again</source>
        <translation>Extremo inferior de su banda del 95 %, dejando fuera identidades por turno, con el umbral hallado de nuevo</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval</source>
        <translation>Extremo inferior de su intervalo del 95 %</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval there</source>
        <translation>Extremo inferior de su intervalo del 95 % allí</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval, for all groups at once</source>
        <translation>Extremo inferior de su intervalo del 95 %, para todos los grupos a la vez</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval, for all pairs of groups at once</source>
        <translation>Extremo inferior de su intervalo del 95 %, para todos los pares de grupos a la vez</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval, identities left out in turn</source>
        <translation>Extremo inferior de su intervalo del 95 %, dejando fuera identidades por turno</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval, paired: identities left out in turn for both</source>
        <translation>Extremo inferior de su intervalo del 95 %, pareado: las identidades se dejan fuera por turno para ambas</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval, units of observation resampled</source>
        <translation>Extremo inferior de su intervalo del 95 %, remuestreando unidades de observación</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval, which leaves identities out</source>
        <translation>Extremo inferior de su intervalo del 95 %, que deja fuera identidades</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval; none where a share is 0</source>
        <translation>Extremo inferior de su intervalo del 95 %; vacío donde una parte es 0</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval; none where the poorest tenth is poor</source>
        <translation>Extremo inferior de su intervalo del 95 %; vacío donde lo pobre es la décima parte más pobre</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval; none where the poorest tenth is poor or fewer than 10 poor units are to be expected</source>
        <translation>Extremo inferior de su intervalo del 95 %; vacío donde lo pobre es la décima parte más pobre o se esperan menos de 10 unidades pobres</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval; none: there is none</source>
        <translation>Extremo inferior de su intervalo del 95 %; vacío: no lo hay</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval; of more than two classes there is none</source>
        <translation>Extremo inferior de su intervalo del 95 %; de más de dos clases no lo hay</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval; the same identities are left out in both networks, thresholds are found again</source>
        <translation>Extremo inferior de su intervalo del 95 %; en ambas redes se dejan fuera las mismas identidades, y los umbrales se hallan de nuevo</translation>
    </message>
    <message>
        <source>Luminance mean (0–100)</source>
        <translation>Media de luminancia (0–100)</translation>
    </message>
    <message>
        <source>Luminance variance (0–100)</source>
        <translation>Varianza de luminancia (0–100)</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Map trust</source>
        <translation>Fiabilidad del mapa</translation>
    </message>
    <message>
        <source>Map “{}” has not been measured; run “facespace-cli trust” first, or choose “Measure this map” on the page “Map trust”.</source>
        <translation>El mapa «{}» no se ha medido; ejecute antes «facespace-cli trust» o elija «Medir este mapa» en la página «Fiabilidad del mapa».</translation>
    </message>
    <message>
        <source>Map “{}” measured.</source>
        <translation>Mapa «{}» medido.</translation>
    </message>
    <message>
        <source>Map “{}”.</source>
        <translation>Mapa «{}».</translation>
    </message>
    <message>
        <source>Maps of {} and {} points cannot be compared by {} neighbours.</source>
        <translation>Los mapas de {} y {} puntos no se pueden comparar por {} vecinos.</translation>
    </message>
    <message>
        <source>Margin (cosine)</source>
        <translation>Margen (coseno)</translation>
    </message>
    <message>
        <source>Mated searches for it</source>
        <translation>Búsquedas de ella con pareja</translation>
    </message>
    <message>
        <source>Mean 1 − cosine of the centroids of the two</source>
        <translation>Media de 1 − coseno de los centroides de ambas</translation>
    </message>
    <message>
        <source>Mean R² or AUC under shuffled labels</source>
        <translation>R² o AUC medio con etiquetas barajadas</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Error absoluto medio</translation>
    </message>
    <message>
        <source>Mean accuracy over the protocol&apos;s folds, at the threshold best on the others</source>
        <translation>Exactitud media en las particiones del protocolo, con el umbral mejor en las otras</translation>
    </message>
    <message>
        <source>Mean change of the distance&apos;s percentile, outwards positive</source>
        <translation>Cambio medio del percentil de la distancia, positivo hacia fuera</translation>
    </message>
    <message>
        <source>Mean cosine</source>
        <translation>Coseno medio</translation>
    </message>
    <message>
        <source>Mean cosine by what two images have in common</source>
        <translation>Coseno medio según lo que dos imágenes tienen en común</translation>
    </message>
    <message>
        <source>Mean cosine of pairs</source>
        <translation>Coseno medio de los pares</translation>
    </message>
    <message>
        <source>Mean cosine of two images by whom they are of and in which conditions they differ, with 95 % intervals. 1 the same direction, 0 nothing in common.</source>
        <translation>Coseno medio de dos imágenes según de quién son y en qué condiciones difieren, con intervalos del 95 %. 1: la misma dirección; 0: nada en común.</translation>
    </message>
    <message>
        <source>Mean cosine, {}: {}.</source>
        <translation>Coseno medio, {}: {}.</translation>
    </message>
    <message>
        <source>Mean error of yaw (°)</source>
        <translation>Error medio de la guiñada (°)</translation>
    </message>
    <message>
        <source>Mean of the nearest less that of the rest</source>
        <translation>Media de las más cercanas menos la del resto</translation>
    </message>
    <message>
        <source>Mean of the shares that are right in each class</source>
        <translation>Media de las partes acertadas de cada clase</translation>
    </message>
    <message>
        <source>Mean of the unbiased squared effects of view</source>
        <translation>Media de los efectos de la vista al cuadrado, sin sesgo</translation>
    </message>
    <message>
        <source>Mean rank at which it comes</source>
        <translation>Rango medio en que queda</translation>
    </message>
    <message>
        <source>Mean score of its genuine pairs</source>
        <translation>Puntuación media de sus pares genuinos</translation>
    </message>
    <message>
        <source>Mean score of its impostor pairs</source>
        <translation>Puntuación media de sus pares impostores</translation>
    </message>
    <message>
        <source>Mean score with no time in between</source>
        <translation>Puntuación media sin tiempo de por medio</translation>
    </message>
    <message>
        <source>Mean share of neighbours in common</source>
        <translation>Parte media de vecinos en común</translation>
    </message>
    <message>
        <source>Mean size of that change</source>
        <translation>Tamaño medio de ese cambio</translation>
    </message>
    <message>
        <source>Mean ρ of a rater with the mean of all</source>
        <translation>ρ medio de una persona que valora con la media de todas</translation>
    </message>
    <message>
        <source>Mean ρ of a rater with the mean of the others</source>
        <translation>ρ medio de una persona que valora con la media de las demás</translation>
    </message>
    <message>
        <source>Means of the images of some people under each combination of conditions, joined from the most alike on (average linkage). What the first branches part is coarsest in the space.</source>
        <translation>Medias de las imágenes de algunas personas en cada combinación de condiciones, unidas empezando por las más parecidas (enlace promedio). Lo que separan las primeras ramas es lo más grueso del espacio.</translation>
    </message>
    <message>
        <source>Measure drawn in any case</source>
        <translation>Medida dibujada en todo caso</translation>
    </message>
    <message>
        <source>Measured at other k and left out: {}.</source>
        <translation>Medidos con otros k y omitidos: {}.</translation>
    </message>
    <message>
        <source>Measured over {} images.</source>
        <translation>Medido sobre {} imágenes.</translation>
    </message>
    <message>
        <source>Measures and distance together</source>
        <translation>Medidas y distancia juntas</translation>
    </message>
    <message>
        <source>Measures of agreement, from 0 (nothing in common) to 1 (the same space). “Over ceiling” is without what too few images for each person take away.</source>
        <translation>Medidas de concordancia, de 0 (nada en común) a 1 (el mismo espacio). «Sobre el techo» es sin lo que quitan las pocas imágenes de cada persona.</translation>
    </message>
    <message>
        <source>Measures that were held fixed</source>
        <translation>Medidas que se mantuvieron fijas</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Median distance in the bin</source>
        <translation>Mediana de la distancia en el intervalo</translation>
    </message>
    <message>
        <source>Median of the measure in the bin</source>
        <translation>Mediana de la medida en el intervalo</translation>
    </message>
    <message>
        <source>Medians of each measure in bins of the distance</source>
        <translation>Medianas de cada medida en intervalos de la distancia</translation>
    </message>
    <message>
        <source>Merged from {} shards.</source>
        <translation>Unido a partir de {} partes.</translation>
    </message>
    <message>
        <source>Minimum dis&amp;tance</source>
        <translation>Distancia mí&amp;nima</translation>
    </message>
    <message>
        <source>Minus the distance of the two features</source>
        <translation>Menos la distancia de las dos características</translation>
    </message>
    <message>
        <source>Mixed models</source>
        <translation>Modelos mixtos</translation>
    </message>
    <message>
        <source>Mixtures of two names that were planted and cut in two</source>
        <translation>Mezclas de dos nombres que se hicieron a propósito y se cortaron en dos</translation>
    </message>
    <message>
        <source>Monotone fit of each measure to the distance</source>
        <translation>Ajuste monótono de cada medida a la distancia</translation>
    </message>
    <message numerus="yes">
        <source>Most often “{1}” is taken for “{2}”: in {0} search.</source>
        <comment>Most often “{1}” is taken for “{2}”: in {0} searches.</comment>
        <translation>
            <numerusform>Lo más frecuente es tomar a «{1}» por «{2}»: en {0} búsqueda.</numerusform>
            <numerusform>Lo más frecuente es tomar a «{1}» por «{2}»: en {0} búsquedas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mouse wheel, + and −</source>
        <translation>Rueda del ratón, + y −</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>Mover el mapa</translation>
    </message>
    <message>
        <source>N&amp;eighbours</source>
        <translation>V&amp;ecinos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name at least one layer.</source>
        <translation>Indique al menos una capa.</translation>
    </message>
    <message>
        <source>Name the shards to merge.</source>
        <translation>Indique las partes que se han de unir.</translation>
    </message>
    <message>
        <source>Name whose images look like two people</source>
        <translation>Nombre cuyas imágenes parecen de dos personas</translation>
    </message>
    <message>
        <source>Names more alike than this are one person; none: cannot be told</source>
        <translation>Nombres más parecidos que esto son una persona; vacío: no se puede decir</translation>
    </message>
    <message>
        <source>Names of the features of each layer, from the input on; empty: those that were extracted from layers of one network, and its own features last</source>
        <translation>Nombres de las características de cada capa, desde la entrada; vacío: las extraídas de capas de una red, y al final sus propias características</translation>
    </message>
    <message>
        <source>Names that are each other&apos;s nearest, with a cosine of their means as high as between two halves of one name: the larger, the likelier one person.</source>
        <translation>Nombres que son el más cercano uno del otro, con un coseno de sus medias tan alto como entre dos mitades de un nombre: cuanto mayor, más probable que sean una persona.</translation>
    </message>
    <message>
        <source>Names that could be cut in two halves of two images or more</source>
        <translation>Nombres que se podían cortar en dos mitades de dos imágenes o más</translation>
    </message>
    <message>
        <source>Names that look like two people</source>
        <translation>Nombres que parecen dos personas</translation>
    </message>
    <message>
        <source>Names whose images fall into two halves (2-means) that are less alike than those of one person: the smaller the cosine of the halves, the likelier two people.</source>
        <translation>Nombres cuyas imágenes se dividen en dos mitades (2-medias) menos parecidas que las de una persona: cuanto menor el coseno de las mitades, más probable que sean dos personas.</translation>
    </message>
    <message>
        <source>Nearer to</source>
        <translation>Más próxima a</translation>
    </message>
    <message>
        <source>Nearest images that were looked at</source>
        <translation>Imágenes más cercanas que se miraron</translation>
    </message>
    <message>
        <source>Nearest neighbours of each image that are compared</source>
        <translation>Vecinos más cercanos de cada imagen que se comparan</translation>
    </message>
    <message>
        <source>Neighbour in the first</source>
        <translation>Vecino en la primera</translation>
    </message>
    <message>
        <source>Neighbour in the second</source>
        <translation>Vecino en la segunda</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Vecinos</translation>
    </message>
    <message>
        <source>Neighbours are approximate: {:.1f} % of them are true ones, measured on a sample.</source>
        <translation>Los vecinos son aproximados: el {:.1f} % de ellos son verdaderos, medido en una muestra.</translation>
    </message>
    <message>
        <source>Neighbours in both, the nearest first</source>
        <translation>Vecinos en ambos, primero los más cercanos</translation>
    </message>
    <message>
        <source>Neighbours in that order</source>
        <translation>Vecinos en ese orden</translation>
    </message>
    <message>
        <source>Neighbours k</source>
        <translation>Vecinos k</translation>
    </message>
    <message>
        <source>Neighbours of each image</source>
        <translation>Vecinos de cada imagen</translation>
    </message>
    <message>
        <source>Neighbours preserved</source>
        <translation>Vecinos conservados</translation>
    </message>
    <message>
        <source>Nesting</source>
        <translation>Anidamiento</translation>
    </message>
    <message>
        <source>Nesting is looked at over {} identities or more of which class and conditions are known; there are {}. Import more, or choose other columns.</source>
        <translation>El anidamiento se examina con {} identidades o más cuya clase y condiciones se conocen; hay {}. Importe más, o elija otras columnas.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Network that is compared; empty: the first</source>
        <translation>Red que se compara; vacío: la primera</translation>
    </message>
    <message>
        <source>Network that it is compared with; empty: the next</source>
        <translation>Red con la que se compara; vacío: la siguiente</translation>
    </message>
    <message>
        <source>Network “{}” has no features in “{}” yet; run the extraction first.</source>
        <translation>La red «{}» aún no tiene características en «{}»; ejecute antes la extracción.</translation>
    </message>
    <message>
        <source>Networks or maps</source>
        <translation>Redes o mapas</translation>
    </message>
    <message>
        <source>New identities beside random splits</source>
        <translation>Identidades nuevas junto a particiones al azar</translation>
    </message>
    <message>
        <source>New project from images, open a project</source>
        <translation>Proyecto nuevo a partir de imágenes, abrir un proyecto</translation>
    </message>
    <message>
        <source>No ONNX file in the folder “{}” takes faces of 112 × 112 pixels and gives features; name the file itself.</source>
        <translation>Ningún archivo ONNX de la carpeta «{}» toma caras de 112 × 112 píxeles y da características; nombre el archivo mismo.</translation>
    </message>
    <message>
        <source>No column labels groups: that takes one with 2 to {} different values; join it to the images with facespace-cli join.</source>
        <translation>Ninguna columna indica grupos: hace falta una con 2 a {} valores distintos; únala a las imágenes con facespace-cli join.</translation>
    </message>
    <message>
        <source>No column of “{}” names the images; its columns are {}: say which one with --path-column.</source>
        <translation>Ninguna columna de «{}» nombra las imágenes; sus columnas son {}: diga cuál con --path-column.</translation>
    </message>
    <message>
        <source>No column says when images were taken or how old people are: name it (--time), or join one with dates, years or ages to the images (facespace-cli join).</source>
        <translation>Ninguna columna dice cuándo se tomaron las imágenes ni qué edad tienen las personas: nómbrela (--time), o una a las imágenes una con fechas, años o edades (facespace-cli join).</translation>
    </message>
    <message>
        <source>No command does “{}”.</source>
        <translation>Ninguna orden hace «{}».</translation>
    </message>
    <message>
        <source>No error rate lies between 0 and 1: there is no curve to draw.</source>
        <translation>Ninguna tasa de error está entre 0 y 1: no hay curva que dibujar.</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>No se encontró ninguna cara.</translation>
    </message>
    <message>
        <source>No genuine pair has {} on both images; compute or import it first.</source>
        <translation>Ningún par genuino tiene {} en ambas imágenes; calcúlelo o impórtelo antes.</translation>
    </message>
    <message>
        <source>No genuine pair is rejected at FMR {}: there is no error for a score to foretell.</source>
        <translation>Con FMR {} no se rechaza ningún par genuino: no hay error que una puntuación pueda predecir.</translation>
    </message>
    <message>
        <source>No genuine pair is rejected at FMR {}: there is no error for discarding to lower.</source>
        <translation>Con una FMR de {} no se rechaza ningún par genuino: no hay error que el descarte pueda reducir.</translation>
    </message>
    <message>
        <source>No identity has {} frontal (|yaw| ≤ {:g}°) and {} profile (|yaw| ≥ {:g}°) images from at least {} videos or stills (in all there are {} frontal and {} profile ones); import more views per identity, or lower the limits.</source>
        <translation>Ninguna identidad tiene {} imágenes frontales (|guiñada| ≤ {}°) y {} de perfil (|guiñada| ≥ {}°) de al menos {} vídeos o fotografías (en total hay {} frontales y {} de perfil); importe más vistas por identidad, o baje los límites.</translation>
    </message>
    <message>
        <source>No identity is known to be in both projects.</source>
        <translation>No se sabe de ninguna identidad que esté en ambos proyectos.</translation>
    </message>
    <message>
        <source>No image can be judged: none of the {} identities with features has two images, or no other identity has {}; import more images per identity.</source>
        <translation>No se puede juzgar ninguna imagen: ninguna de las {} identidades con características tiene dos imágenes, o ninguna otra identidad tiene {}; importe más imágenes por identidad.</translation>
    </message>
    <message>
        <source>No image has a label of pitch, which five landmarks do not tell; import a manifest with a column “pitch”.</source>
        <translation>Ninguna imagen tiene una etiqueta de cabeceo, que cinco puntos de referencia no dicen; importe un manifiesto con una columna «pitch».</translation>
    </message>
    <message>
        <source>No image has a label of {} or five landmarks; import a manifest with that column, or extract with a face detector.</source>
        <translation>Ninguna imagen tiene una etiqueta de {} ni cinco puntos de referencia; importe un manifiesto con esa columna o extraiga con un detector de caras.</translation>
    </message>
    <message>
        <source>No image has a label of {}, so it is not predicted.</source>
        <translation>Ninguna imagen tiene una etiqueta de {}, así que no se predice.</translation>
    </message>
    <message>
        <source>No image has a yaw label or five landmarks; import a manifest with a column “yaw”, or extract with a face detector.</source>
        <translation>Ninguna imagen tiene una etiqueta de guiñada ni cinco puntos de referencia; importe un manifiesto con una columna «yaw» o extraiga con un detector de caras.</translation>
    </message>
    <message>
        <source>No image has a {} label or five landmarks; import a manifest with a column “{}”, extract with a face detector, or apply a saved predictor.</source>
        <translation>Ninguna imagen tiene una etiqueta de {} ni cinco puntos de referencia; importe un manifiesto con una columna «{}», extraiga con un detector de caras o aplique un predictor guardado.</translation>
    </message>
    <message>
        <source>No image has both a yaw label and a feature, so views cannot be compared; import yaw with a manifest, estimate it from landmarks, or extract features first.</source>
        <translation>Ninguna imagen tiene etiqueta de guiñada y característica, así que no se pueden comparar vistas; importe la guiñada con un manifiesto, estímela de los puntos de referencia o extraiga antes las características.</translation>
    </message>
    <message>
        <source>No image is known to be a still or a video frame; import a manifest with a column “media”, or apply a saved predictor.</source>
        <translation>De ninguna imagen se sabe si es una foto o un fotograma de vídeo; importe un manifiesto con una columna «media» o aplique un predictor guardado.</translation>
    </message>
    <message>
        <source>No image is known to be a still or a video frame; import a manifest with a column “media”.</source>
        <translation>De ninguna imagen se sabe si es una foto o un fotograma de vídeo; importe un manifiesto con una columna «media».</translation>
    </message>
    <message>
        <source>No image is known to be in both projects.</source>
        <translation>No se sabe de ninguna imagen que esté en ambos proyectos.</translation>
    </message>
    <message>
        <source>No image is there twice.</source>
        <translation>Ninguna imagen está dos veces.</translation>
    </message>
    <message>
        <source>No image of the earlier map is left: make a new map.</source>
        <translation>No queda ninguna imagen del mapa anterior: haga un mapa nuevo.</translation>
    </message>
    <message>
        <source>No image of the map “{}” has a feature any more.</source>
        <translation>Ninguna imagen del mapa «{}» tiene ya característica.</translation>
    </message>
    <message>
        <source>No image that is searched for is of an enrolled identity (without a gallery: no identity has two images of different videos), so there is nobody to be found.</source>
        <translation>Ninguna imagen buscada es de una identidad inscrita (sin galería: ninguna identidad tiene dos imágenes de vídeos distintos), así que no hay a quién encontrar.</translation>
    </message>
    <message>
        <source>No image with a feature is left to be searched for; enrol fewer, or extract features.</source>
        <translation>No queda ninguna imagen con características que buscar; inscriba menos o extraiga características.</translation>
    </message>
    <message>
        <source>No known family has such an input and {} numbers: pixels are scaled to −1 … 1, RGB, and faces aligned as for ArcFace; only its authors can tell.</source>
        <translation>Ninguna familia conocida tiene tal entrada y {} números: los píxeles se escalan a −1 … 1, RGB, y las caras se alinean como para ArcFace; solo sus autores lo saben.</translation>
    </message>
    <message>
        <source>No label looks wrong: each of the {} images judged is nearest to its own identity.</source>
        <translation>Ninguna etiqueta parece errónea: cada una de las {} imágenes juzgadas está más cerca de su propia identidad.</translation>
    </message>
    <message>
        <source>No map has been measured; run “facespace-cli trust” first, or choose “Measure this map” on the page “Map trust”.</source>
        <translation>No se ha medido ningún mapa; ejecute antes «facespace-cli trust» o elija «Medir este mapa» en la página «Fiabilidad del mapa».</translation>
    </message>
    <message>
        <source>No name looks like two people.</source>
        <translation>Ningún nombre parece dos personas.</translation>
    </message>
    <message>
        <source>No number that could explain “{}” is known of most images; measure image quality, import pose, or name columns (--explained-by).</source>
        <translation>De la mayoría de las imágenes no se conoce ningún número que pudiera explicar «{}»; mida la calidad de imagen, importe la pose o nombre columnas (--explained-by).</translation>
    </message>
    <message>
        <source>No record is where the index of “{}” says; the index is of another file.</source>
        <translation>No hay ningún registro donde dice el índice de «{}»; el índice es de otro archivo.</translation>
    </message>
    <message>
        <source>No row of “{}” can be used.</source>
        <translation>Ninguna fila de «{}» se puede usar.</translation>
    </message>
    <message>
        <source>No search is for someone who is not enrolled.</source>
        <translation>Ninguna búsqueda es de alguien no inscrito.</translation>
    </message>
    <message>
        <source>No three pairs of images of one person have time in between; images of the same people at different times are needed.</source>
        <translation>No hay tres pares de imágenes de una persona con tiempo de por medio; hacen falta imágenes de las mismas personas en momentos distintos.</translation>
    </message>
    <message>
        <source>No two images are ten years apart: the change in ten years is drawn out from {} years.</source>
        <translation>Ningún par de imágenes dista diez años: el cambio en diez años se prolonga a partir de {} años.</translation>
    </message>
    <message>
        <source>No two images have only “{}” in common, or nothing at all: its share cannot be told. Leave out a condition, or choose ones that differ within people.</source>
        <translation>No hay dos imágenes que tengan en común solo «{}», o nada en absoluto: no se puede decir su parte. Quite una condición, o elija otras que varíen dentro de las personas.</translation>
    </message>
    <message>
        <source>No two names look like one person.</source>
        <translation>No hay dos nombres que parezcan una sola persona.</translation>
    </message>
    <message>
        <source>None of the images has a feature of “{}” and a distance; extract the features, or take more images in.</source>
        <translation>Ninguna de las imágenes tiene una característica de «{}» y una distancia; extraiga las características o tome más imágenes.</translation>
    </message>
    <message>
        <source>None of the labels in “{}” can be read (.cls, or a field “identity”, “label”, “class” or “cls” of .json).</source>
        <translation>No se puede leer ninguna de las etiquetas de «{}» (.cls, o un campo «identity», «label», «class» o «cls» de .json).</translation>
    </message>
    <message>
        <source>None of the records of “{}” holds an image.</source>
        <translation>Ninguno de los registros de «{}» contiene una imagen.</translation>
    </message>
    <message>
        <source>None of the {} files that “{}” lists is in “{}” (the first is “{}”); give the folder that the paths start from.</source>
        <translation>Ninguno de los {} archivos que lista «{}» está en «{}» (el primero es «{}»); indique la carpeta de la que parten las rutas.</translation>
    </message>
    <message>
        <source>None of the {} identities has two images with features, so there is no genuine pair; import more images per identity.</source>
        <translation>Ninguna de las {} identidades tiene dos imágenes con características, así que no hay pares genuinos; importe más imágenes por identidad.</translation>
    </message>
    <message>
        <source>None of the {} images is in “{}”, such as “{}”; give the folder from which their paths start.</source>
        <translation>Ninguna de las {} imágenes está en «{}», como «{}»; indique la carpeta desde la que empiezan sus rutas.</translation>
    </message>
    <message>
        <source>None of the {} pairs of “{}” is in this project (the first missing one is “{}”); choose the pairs of these images.</source>
        <translation>Ninguno de los {} pares de «{}» está en este proyecto (el primero que falta es «{}»); elija los pares de estas imágenes.</translation>
    </message>
    <message>
        <source>None of the {} rows is a usable feature.</source>
        <translation>Ninguna de las {} filas es una característica utilizable.</translation>
    </message>
    <message>
        <source>None of these images can be read.</source>
        <translation>No se puede leer ninguna de estas imágenes.</translation>
    </message>
    <message>
        <source>None of these images has a feature: there are no distances to show.</source>
        <translation>Ninguna de estas imágenes tiene característica: no hay distancias que mostrar.</translation>
    </message>
    <message>
        <source>None of these images has a value of “{}”.</source>
        <translation>Ninguna de estas imágenes tiene un valor de «{}».</translation>
    </message>
    <message>
        <source>None of {} genuine pairs is rejected, so there is no interval; up to {:.3g} % of all pairs could be and none be seen (rule of three).</source>
        <translation>Ninguno de los {} pares genuinos se rechaza, así que no hay intervalo; hasta el {:.3g} % de todos los pares podría rechazarse sin que se viera ninguno (regla de tres).</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Notes on images are not written by any command.</source>
        <translation>Las notas de las imágenes no las escribe ninguna orden.</translation>
    </message>
    <message>
        <source>Nothing but its input and its {} numbers tells what it is: they fit {}. Try the other channel order and scale, too.</source>
        <translation>Solo su entrada y sus {} números dicen qué es: corresponden a {}. Pruebe también el otro orden de canales y la otra escala.</translation>
    </message>
    <message>
        <source>Nothing can be written in the folder “{}”.</source>
        <translation>No se puede escribir en la carpeta «{}».</translation>
    </message>
    <message>
        <source>Nothing in the pattern “{}” tells where “{}” ends and “{}” begins; give one a width, as in {{identity:3}}.</source>
        <translation>Nada en el patrón «{}» dice dónde termina «{}» y empieza «{}»; dé un ancho a uno, como en {{identity:3}}.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation>Número de características</translation>
    </message>
    <message>
        <source>Number of its unit of observation: the images of one video have the same</source>
        <translation>Número de su unidad de observación: las imágenes de un vídeo tienen la misma</translation>
    </message>
    <message>
        <source>Number of neighbours</source>
        <translation>Número de vecinos</translation>
    </message>
    <message>
        <source>Number of the branch: leaves are 0 … n − 1, the branch of the first join is n</source>
        <translation>Número de la rama: las hojas son 0 … n − 1, la rama de la primera unión es n</translation>
    </message>
    <message>
        <source>Number of the feature, counted from 0 as in the feature files</source>
        <translation>Número de la característica, contado desde 0 como en los archivos de características</translation>
    </message>
    <message>
        <source>Number of the fold, from 1</source>
        <translation>Número de la partición, desde 1</translation>
    </message>
    <message>
        <source>Number of the gallery</source>
        <translation>Número de la galería</translation>
    </message>
    <message>
        <source>Number of the image in import order, from 1: its row in the exported features</source>
        <translation>Número de la imagen en el orden de importación, desde 1: su fila en las características exportadas</translation>
    </message>
    <message>
        <source>Number of the unit, from 0</source>
        <translation>Número de la unidad, desde 0</translation>
    </message>
    <message>
        <source>Numbers in one image&apos;s features</source>
        <translation>Números de la característica de una imagen</translation>
    </message>
    <message>
        <source>Numbers of repeats cannot be negative.</source>
        <translation>Los números de repeticiones no pueden ser negativos.</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Oclusión</translation>
    </message>
    <message>
        <source>Occlusion (%)</source>
        <translation>Oclusión (%)</translation>
    </message>
    <message>
        <source>Of a leaf</source>
        <translation>De una hoja</translation>
    </message>
    <message>
        <source>Of a leaf, in the order of the conditions</source>
        <translation>De una hoja, en el orden de las condiciones</translation>
    </message>
    <message>
        <source>Of a part, of the picture&apos;s area</source>
        <translation>De una parte, del área de la imagen</translation>
    </message>
    <message>
        <source>Of another</source>
        <translation>De otra</translation>
    </message>
    <message>
        <source>Of each image&apos;s {} nearest neighbours in the features, the map “{}” keeps {} % on average ({} % by chance); its trustworthiness is {}, its continuity {} (1 is best).</source>
        <translation>De los {} vecinos más próximos de cada imagen en las características, el mapa «{}» conserva en promedio el {} % ({} % por azar); su fiabilidad es {}, su continuidad {} (1 es lo mejor).</translation>
    </message>
    <message>
        <source>Of folds, random splits and shuffles</source>
        <translation>De las particiones, las divisiones al azar y las permutaciones</translation>
    </message>
    <message>
        <source>Of its identity&apos;s most alike entry</source>
        <translation>De la entrada más parecida de su identidad</translation>
    </message>
    <message>
        <source>Of its identity; 1 + others that score at least as high; none: not enrolled</source>
        <translation>De su identidad; 1 + los demás con puntuación al menos igual; vacío: no inscrita</translation>
    </message>
    <message>
        <source>Of its most alike entry</source>
        <translation>De su entrada más parecida</translation>
    </message>
    <message>
        <source>Of its nearest image among all others, from 1</source>
        <translation>De su imagen más cercana entre todas las demás, desde 1</translation>
    </message>
    <message>
        <source>Of its variance, {} % is what images of one person have in common.</source>
        <translation>De su varianza, el {} % es lo que tienen en común las imágenes de una persona.</translation>
    </message>
    <message>
        <source>Of its variance, {} % is what images of one video have in common beyond that.</source>
        <translation>De su varianza, el {} % es lo que tienen además en común las imágenes de un vídeo.</translation>
    </message>
    <message>
        <source>Of its {} outputs “{}” is taken for the feature.</source>
        <translation>De sus {} salidas se toma «{}» como característica.</translation>
    </message>
    <message>
        <source>Of so large a share of its searches</source>
        <translation>De qué parte de sus búsquedas</translation>
    </message>
    <message>
        <source>Of that distance among the stored ones</source>
        <translation>De esa distancia entre las guardadas</translation>
    </message>
    <message>
        <source>Of the cosines of all pairs of names</source>
        <translation>De los cosenos de todos los pares de nombres</translation>
    </message>
    <message>
        <source>Of the cosines of random halves of a name</source>
        <translation>De los cosenos de mitades al azar de un nombre</translation>
    </message>
    <message>
        <source>Of the cosines of random halves of one name</source>
        <translation>De los cosenos de mitades al azar de un mismo nombre</translation>
    </message>
    <message>
        <source>Of the cosines of the names&apos; halves</source>
        <translation>De los cosenos de las mitades de los nombres</translation>
    </message>
    <message>
        <source>Of the cosines of their halves</source>
        <translation>De los cosenos de sus mitades</translation>
    </message>
    <message>
        <source>Of the distance</source>
        <translation>De la distancia</translation>
    </message>
    <message>
        <source>Of the distance, from the origin outwards</source>
        <translation>De la distancia, desde el origen hacia fuera</translation>
    </message>
    <message>
        <source>Of the feature from the origin</source>
        <translation>De la característica al origen</translation>
    </message>
    <message>
        <source>Of the feature to the image&apos;s stored one</source>
        <translation>De la característica con la guardada de la imagen</translation>
    </message>
    <message>
        <source>Of the features</source>
        <translation>De las características</translation>
    </message>
    <message>
        <source>Of the first to the other project&apos;s next nearest identity</source>
        <translation>De la primera con la siguiente identidad más cercana del otro proyecto</translation>
    </message>
    <message>
        <source>Of the image</source>
        <translation>De la imagen</translation>
    </message>
    <message>
        <source>Of the images of the person of each line the share for which the person of each column comes first; right is what lies on the diagonal.</source>
        <translation>De las imágenes de la persona de cada fila, la parte en que la persona de cada columna es la primera; lo correcto está en la diagonal.</translation>
    </message>
    <message>
        <source>Of the means of both identities&apos; images</source>
        <translation>De las medias de las imágenes de ambas identidades</translation>
    </message>
    <message>
        <source>Of the means of both names&apos; images</source>
        <translation>De las medias de las imágenes de ambos nombres</translation>
    </message>
    <message>
        <source>Of the means of the two halves of its images</source>
        <translation>De las medias de las dos mitades de sus imágenes</translation>
    </message>
    <message>
        <source>Of the neighbour, the nearest is 1</source>
        <translation>Del vecino; el más cercano es 1</translation>
    </message>
    <message>
        <source>Of the other map</source>
        <translation>Del otro mapa</translation>
    </message>
    <message>
        <source>Of the right one</source>
        <translation>De la correcta</translation>
    </message>
    <message>
        <source>Of the two shares</source>
        <translation>De las dos partes</translation>
    </message>
    <message>
        <source>Of the {} classes, {} are a branch of their own.</source>
        <translation>De las {} clases, {} son una rama propia.</translation>
    </message>
    <message>
        <source>Of the {} nearest neighbours of an image, {} % on average are the same in “{}” and “{}” ({} % by chance).</source>
        <translation>De los {} vecinos más próximos de una imagen, en promedio el {} % son los mismos en «{}» y «{}» ({} % por azar).</translation>
    </message>
    <message>
        <source>Of their features</source>
        <translation>De sus características</translation>
    </message>
    <message>
        <source>Of their shares</source>
        <translation>De sus partes</translation>
    </message>
    <message>
        <source>Of these, features that do not vary and are left out</source>
        <translation>De estas, características que no varían y se omiten</translation>
    </message>
    <message>
        <source>Of these, those of the image&apos;s identity</source>
        <translation>De estas, las de la identidad de la imagen</translation>
    </message>
    <message>
        <source>Of which features the variance is taken apart</source>
        <translation>De qué características se descompone la varianza</translation>
    </message>
    <message>
        <source>Of {} pairs of images a file is not there: they are judged by their features alone, and listed from a cosine of {} on.</source>
        <translation>De {} pares de imágenes falta un archivo: se juzgan solo por sus características y se listan a partir de un coseno de {}.</translation>
    </message>
    <message>
        <source>One half</source>
        <translation>Una mitad</translation>
    </message>
    <message numerus="yes">
        <source>One image is in both.</source>
        <comment>{} images are in both.</comment>
        <translation>
            <numerusform>Una imagen está en ambos.</numerusform>
            <numerusform>{} imágenes están en ambos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One image is left out: “{1}” or “{2}” lacks it.</source>
        <comment>{} images are left out: “{}” or “{}” lacks them.</comment>
        <translation>
            <numerusform>Se deja fuera una imagen: falta en “{1}” o en “{2}”.</numerusform>
            <numerusform>Se dejan fuera {} imágenes: faltan en “{}” o en “{}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One image with features takes no part, as its class or a condition is not known.</source>
        <comment>{} images with features take no part, as their class or a condition is not known.</comment>
        <translation>
            <numerusform>Una imagen con características no participa, pues no se conoce su clase o una condición.</numerusform>
            <numerusform>{} imágenes con características no participan, pues no se conoce su clase o una condición.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One name is in both projects, but the features do not say that it is one person.</source>
        <comment>{} names are in both projects, but the features do not say that they are one person each.</comment>
        <translation>
            <numerusform>Un nombre está en ambos proyectos, pero las características no dicen que sea una misma persona.</numerusform>
            <numerusform>{} nombres están en ambos proyectos, pero las características no dicen que sean una misma persona cada uno.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of its values</source>
        <translation>Uno de sus valores</translation>
    </message>
    <message>
        <source>One of the two maps is not in the project.</source>
        <translation>Uno de los dos mapas no está en el proyecto.</translation>
    </message>
    <message>
        <source>One of the two networks has no features in the project.</source>
        <translation>Una de las dos redes no tiene características en el proyecto.</translation>
    </message>
    <message>
        <source>One of the two that join; of a leaf none</source>
        <translation>Una de las dos que se unen; de una hoja, ninguna</translation>
    </message>
    <message>
        <source>One of the {} folds has only images of one class to train on; import “{}” and “{}” images of more identities.</source>
        <translation>Una de las {} particiones solo tiene imágenes de una clase para ajustar; importe imágenes «{}» y «{}» de más identidades.</translation>
    </message>
    <message>
        <source>One person under two names</source>
        <translation>Una persona con dos nombres</translation>
    </message>
    <message numerus="yes">
        <source>One person under two names: {} pair of names are each other&apos;s nearest with a cosine above {}; {} % of random halves of one name are.</source>
        <comment>One person under two names: {} pairs of names are each other&apos;s nearest with a cosine above {}; {} % of random halves of one name are.</comment>
        <translation>
            <numerusform>Una persona con dos nombres: {} par de nombres son cada uno el más cercano del otro, con un coseno por encima de {}; lo es el {} % de las mitades al azar de un nombre.</numerusform>
            <numerusform>Una persona con dos nombres: {} pares de nombres son cada uno el más cercano del otro, con un coseno por encima de {}; lo es el {} % de las mitades al azar de un nombre.</numerusform>
        </translation>
    </message>
    <message>
        <source>One unit, sparse, distributed, or cannot tell: by the effective number of units</source>
        <translation>Una unidad, disperso, distribuido o no se puede decir: por el número efectivo de unidades</translation>
    </message>
    <message>
        <source>Only one identity has images that are “{}”, so they cannot be told from that person; import such images of more identities.</source>
        <translation>Solo una identidad tiene imágenes «{}», así que no se pueden distinguir de esa persona; importe imágenes así de más identidades.</translation>
    </message>
    <message>
        <source>Only these (default: all)</source>
        <translation>Solo estas (por omisión: todas)</translation>
    </message>
    <message>
        <source>Only these measures</source>
        <translation>Solo estas medidas</translation>
    </message>
    <message>
        <source>Only yaw, pitch and roll can be turned round, not “{}” in the pattern “{}”.</source>
        <translation>Solo se pueden invertir yaw, pitch y roll, no «{}» en el patrón «{}».</translation>
    </message>
    <message>
        <source>Only {} images have all the numbers; it takes {}.</source>
        <translation>Solo {} imágenes tienen todos los números; hacen falta {}.</translation>
    </message>
    <message>
        <source>Only {} images have both a label and a feature ({} have a label); a prediction needs at least {}: import a manifest with labels, or extract features first.</source>
        <translation>Solo {} imágenes tienen etiqueta y característica ({} tienen etiqueta); una predicción necesita al menos {}: importe un manifiesto con etiquetas o extraiga antes las características.</translation>
    </message>
    <message>
        <source>Only {} images have both {} and {}; at least 3 are needed: import or compute the missing values.</source>
        <translation>Solo {} imágenes tienen {} y {}; se necesitan al menos 3: importe o calcule los valores que faltan.</translation>
    </message>
    <message>
        <source>Only {} of the images are in both “{}” and “{}”: three are needed to compare them.</source>
        <translation>Solo {} de las imágenes están en «{}» y en «{}»: se necesitan tres para compararlos.</translation>
    </message>
    <message>
        <source>OpenCV does not list layers; leave out the descriptor&apos;s &quot;format&quot;, and LibTorch runs the network</source>
        <translation>OpenCV no enumera capas; quite &quot;format&quot; del descriptor y LibTorch ejecutará la red</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Other project</source>
        <translation>Otro proyecto</translation>
    </message>
    <message>
        <source>Outlined: {} selected images.</source>
        <translation>Con contorno: {} imágenes seleccionadas.</translation>
    </message>
    <message>
        <source>Over all pairs of images, distances on the map go with those in the features with Spearman&apos;s ρ {}.</source>
        <translation>Sobre todos los pares de imágenes, las distancias en el mapa van con las de las características con una ρ de Spearman de {}.</translation>
    </message>
    <message>
        <source>Over the FMR of all impostor pairs</source>
        <translation>Dividida por la FMR de todos los pares impostores</translation>
    </message>
    <message>
        <source>Over the layers, from the input on: AUC of identity (0.5 by chance) and balanced accuracy of classes, and R² of numbers (0 no better than the mean, 1 exact). Bands are 95 % intervals.</source>
        <translation>A lo largo de las capas, desde la entrada: AUC de la identidad (0.5 por azar) y exactitud equilibrada de las clases, y R² de los números (0: no mejor que la media; 1: exacto). Las bandas son intervalos del 95 %.</translation>
    </message>
    <message>
        <source>Over-exposed pixels</source>
        <translation>Píxeles sobreexpuestos</translation>
    </message>
    <message>
        <source>Over-exposure prevention (0–100)</source>
        <translation>Prevención de la sobreexposición (0–100)</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Solapamiento</translation>
    </message>
    <message>
        <source>Overlap with another project</source>
        <translation>Solapamiento con otro proyecto</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>PCA needs at least one dimension.</source>
        <translation>El PCA necesita al menos una dimensión.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Pairs of identities that are each other&apos;s nearest, above the limit</source>
        <translation>Pares de identidades que son cada una la más cercana de la otra, por encima del límite</translation>
    </message>
    <message>
        <source>Pairs of images alike enough to be looked at</source>
        <translation>Pares de imágenes lo bastante parecidas para mirarlas</translation>
    </message>
    <message>
        <source>Pairs of images of different units of observation</source>
        <translation>Pares de imágenes de distintas unidades de observación</translation>
    </message>
    <message>
        <source>Pairs of images of one person</source>
        <translation>Pares de imágenes de una persona</translation>
    </message>
    <message>
        <source>Pairs of images of one picture</source>
        <translation>Pares de imágenes de una misma imagen</translation>
    </message>
    <message>
        <source>Pairs of images of the group of one identity</source>
        <translation>Pares de imágenes del grupo de una identidad</translation>
    </message>
    <message>
        <source>Pairs of images of the group of two identities</source>
        <translation>Pares de imágenes del grupo de dos identidades</translation>
    </message>
    <message>
        <source>Pairs of images with the same pixels, the same picture in other pixels (hash of 256 bits) or alike features (cosine near 1).</source>
        <translation>Pares de imágenes con los mismos píxeles, la misma foto en otros píxeles (huella de 256 bits) o características parecidas (coseno cercano a 1).</translation>
    </message>
    <message>
        <source>Pairs of one identity</source>
        <translation>Pares de una identidad</translation>
    </message>
    <message>
        <source>Pairs of one person are told from pairs of two with an AUC of {} and an equal error rate of {}.</source>
        <translation>Los pares de una persona se distinguen de los de dos con un AUC de {} y una tasa de error igual de {}.</translation>
    </message>
    <message>
        <source>Pairs of the person&apos;s images</source>
        <translation>Pares de las imágenes de la persona</translation>
    </message>
    <message>
        <source>Pairs of the protocol that could not be compared</source>
        <translation>Pares del protocolo que no se pudieron comparar</translation>
    </message>
    <message>
        <source>Pairs of two identities</source>
        <translation>Pares de dos identidades</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Pearson&apos;s r of rating and prediction, for identities that were not fitted to</source>
        <translation>r de Pearson de valoración y predicción, con identidades a las que no se ajustó</translation>
    </message>
    <message>
        <source>People with pairs</source>
        <translation>Personas con pares</translation>
    </message>
    <message>
        <source>Percentile in {}</source>
        <translation>Percentil en {}</translation>
    </message>
    <message>
        <source>Percentile of the distance at which it turns</source>
        <translation>Percentil de la distancia en que gira</translation>
    </message>
    <message>
        <source>Percentile of the distance in the first</source>
        <translation>Percentil de la distancia en la primera</translation>
    </message>
    <message>
        <source>Percentile of the distance in the second</source>
        <translation>Percentil de la distancia en la segunda</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>Permutaciones</translation>
    </message>
    <message>
        <source>Pick, rectangle, lasso, brush</source>
        <translation>Señalar, rectángulo, lazo, pincel</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Cabeceo</translation>
    </message>
    <message>
        <source>Pitch centred</source>
        <translation>Cabeceo centrado</translation>
    </message>
    <message>
        <source>Pitch centred up to</source>
        <translation>Cabeceo centrado hasta</translation>
    </message>
    <message>
        <source>Pitch_centred</source>
        <translation>Cabeceo centrado</translation>
    </message>
    <message>
        <source>Place of the layer</source>
        <translation>Lugar de la capa</translation>
    </message>
    <message>
        <source>Place of the layer, 1 nearest to the input</source>
        <translation>Lugar de la capa, 1 la más cercana a la entrada</translation>
    </message>
    <message>
        <source>Place on the map, first axis</source>
        <translation>Lugar en el mapa, primer eje</translation>
    </message>
    <message>
        <source>Place on the map, second axis</source>
        <translation>Lugar en el mapa, segundo eje</translation>
    </message>
    <message>
        <source>Place on the map, third axis</source>
        <translation>Lugar en el mapa, tercer eje</translation>
    </message>
    <message>
        <source>Pose is predicted here from all labelled images, in the Inspector without those of this person; predict head pose again to have both the same.</source>
        <translation>La pose se predice aquí con todas las imágenes etiquetadas y en el Inspector sin las de esta persona; prediga de nuevo la pose de la cabeza para que ambas coincidan.</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Predicho</translation>
    </message>
    <message>
        <source>Predicted by the fit to the other folds; of classes the log odds of class 1</source>
        <translation>Predicho por el ajuste a las otras particiones; de clases, el logaritmo de las razones de la clase 1</translation>
    </message>
    <message>
        <source>Predicted yaw (°)</source>
        <translation>Guiñada predicha (°)</translation>
    </message>
    <message>
        <source>Predicted {} ({})</source>
        <translation>Predicción de {} ({})</translation>
    </message>
    <message>
        <source>Predicted {}.</source>
        <translation>Predicho: {}.</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Predicción</translation>
    </message>
    <message>
        <source>Preserved by chance</source>
        <translation>Conservados por azar</translation>
    </message>
    <message>
        <source>Preserved of {} neighbours ({})</source>
        <translation>Conservados de {} vecinos ({})</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>Componentes principales</translation>
    </message>
    <message>
        <source>Principal components left out, the first first</source>
        <translation>Componentes principales quitadas, la primera primero</translation>
    </message>
    <message>
        <source>Probability of {} “{}” ({})</source>
        <translation>Probabilidad de {} «{}» ({})</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Sonda</translation>
    </message>
    <message>
        <source>Probes against a gallery</source>
        <translation>Sondas frente a una galería</translation>
    </message>
    <message>
        <source>Probes against each of {} galleries</source>
        <translation>Sondas frente a cada una de {} galerías</translation>
    </message>
    <message>
        <source>Probes are searched for in a gallery; say which images are enrolled (--gallery).</source>
        <translation>Las sondas se buscan en una galería; indique qué imágenes se inscriben (--gallery).</translation>
    </message>
    <message>
        <source>Procrustes R²</source>
        <translation>R² de Procrustes</translation>
    </message>
    <message>
        <source>Profile from |yaw|</source>
        <translation>Perfil desde |guiñada|</translation>
    </message>
    <message>
        <source>Put &amp;&amp; or || between two conditions, or an operator between two values.</source>
        <translation>Ponga &amp;&amp; o || entre dos condiciones, o un operador entre dos valores.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Quality over distance</source>
        <translation>Calidad según la distancia</translation>
    </message>
    <message>
        <source>Quality scores</source>
        <translation>Puntuaciones de calidad</translation>
    </message>
    <message>
        <source>Quality scores are compared by genuine pairs, and there are none.</source>
        <translation>Las puntuaciones de calidad se comparan por pares genuinos, y no hay ninguno.</translation>
    </message>
    <message>
        <source>Quality scores are of images, and these are pairs of templates; compare images.</source>
        <translation>Las puntuaciones de calidad son de imágenes, y estos son pares de plantillas; compare imágenes.</translation>
    </message>
    <message>
        <source>Quality scores by the error that they leave</source>
        <translation>Puntuaciones de calidad por el error que dejan</translation>
    </message>
    <message>
        <source>Quality that matters: error versus discard</source>
        <translation>La calidad que importa: error tras descartar</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>ROC and DET</source>
        <translation>ROC y DET</translation>
    </message>
    <message>
        <source>RSA ρ</source>
        <translation>RSA ρ</translation>
    </message>
    <message>
        <source>RSA ρ over ceiling</source>
        <translation>RSA ρ sobre el techo</translation>
    </message>
    <message>
        <source>RSA ρ, other images</source>
        <translation>RSA ρ, otras imágenes</translation>
    </message>
    <message>
        <source>Radius: distance from the origin.</source>
        <translation>Radio: distancia al origen.</translation>
    </message>
    <message>
        <source>Random halves of each identity&apos;s images, for the noise ceiling</source>
        <translation>Mitades al azar de las imágenes de cada identidad, para el techo de ruido</translation>
    </message>
    <message>
        <source>Random orders averaged</source>
        <translation>Órdenes al azar promediados</translation>
    </message>
    <message>
        <source>Random qualities that are averaged for the curve of chance</source>
        <translation>Calidades al azar que se promedian para la curva del azar</translation>
    </message>
    <message>
        <source>Random subsets of each number of units</source>
        <translation>Subconjuntos al azar de cada número de unidades</translation>
    </message>
    <message>
        <source>Random subsets of units</source>
        <translation>Subconjuntos de unidades al azar</translation>
    </message>
    <message>
        <source>Random-image splits</source>
        <translation>Particiones de imágenes al azar</translation>
    </message>
    <message>
        <source>Random-image splits; 0: none</source>
        <translation>Particiones de imágenes al azar; 0: ninguna</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>Intervalos</translation>
    </message>
    <message>
        <source>Ranges of as many images each, of a condition that is a number</source>
        <translation>Intervalos con igual número de imágenes, de una condición que es un número</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Rank correlations with the distance</source>
        <translation>Correlaciones de rangos con la distancia</translation>
    </message>
    <message>
        <source>Rank of the own identity</source>
        <translation>Rango de la misma identidad</translation>
    </message>
    <message>
        <source>Rank, 1 is first</source>
        <translation>Rango, 1 es el primero</translation>
    </message>
    <message>
        <source>Rank, the largest share first (of all)</source>
        <translation>Posición, la mayor proporción primero (del total)</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Rangos</translation>
    </message>
    <message>
        <source>Rated faces with features</source>
        <translation>Caras valoradas con características</translation>
    </message>
    <message>
        <source>Rated pairs with features</source>
        <translation>Pares valorados con características</translation>
    </message>
    <message>
        <source>Raters go with each other with ρ between {} and {}.</source>
        <translation>Los evaluadores concuerdan entre sí con ρ entre {} y {}.</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Valoraciones</translation>
    </message>
    <message>
        <source>Ratings of faces</source>
        <translation>Valoraciones de caras</translation>
    </message>
    <message>
        <source>Ratings of pairs</source>
        <translation>Valoraciones de pares</translation>
    </message>
    <message>
        <source>Read from the feature by a linear predictor</source>
        <translation>Leído de la característica por un predictor lineal</translation>
    </message>
    <message>
        <source>Reading “{}” failed at line {}.</source>
        <translation>La lectura de «{}» falló en la línea {}.</translation>
    </message>
    <message>
        <source>Reading “{}” failed midway.</source>
        <translation>La lectura de «{}» falló a la mitad.</translation>
    </message>
    <message>
        <source>Receiver operating characteristic: the share of genuine pairs accepted (1 − FNMR) over the share of impostor pairs accepted (FMR). A curve nearer to the upper left is better.</source>
        <translation>Curva característica operativa (ROC): proporción de pares genuinos aceptados (1 − FNMR) frente a la de pares impostores aceptados (FMR). Es mejor la curva más cercana a la esquina superior izquierda.</translation>
    </message>
    <message>
        <source>Resamples</source>
        <translation>Remuestras</translation>
    </message>
    <message>
        <source>Resamples of identities and features</source>
        <translation>Remuestras de identidades y características</translation>
    </message>
    <message>
        <source>Resamples of identities and features for the intervals; 0: none</source>
        <translation>Remuestreos de identidades y características para los intervalos; 0: ninguno</translation>
    </message>
    <message>
        <source>Return on the map</source>
        <translation>Intro en el mapa</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Alabeo</translation>
    </message>
    <message>
        <source>Roll from landmarks</source>
        <translation>Alabeo según los puntos de referencia</translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation>Raíz del error cuadrático medio</translation>
    </message>
    <message>
        <source>Root of their product, what rsa_across can reach</source>
        <translation>Raíz de su producto, lo que rsa_across puede alcanzar</translation>
    </message>
    <message>
        <source>Rotated onto each other as fits the other identities best, one space tells {} of the variance of the other (R²).</source>
        <translation>Girados uno sobre otro como mejor ajusta las demás identidades, un espacio explica {} de la varianza del otro (R²).</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Rotation (°)</source>
        <translation>Giro (°)</translation>
    </message>
    <message>
        <source>Rows in “{}”: {}, images: {}; it needs a row for each image in import order.</source>
        <translation>Filas en «{}»: {}, imágenes: {}; necesita una fila por imagen en el orden de importación.</translation>
    </message>
    <message>
        <source>Rows that cannot be used are left out with --skip-bad-rows or in the import dialog.</source>
        <translation>Las filas que no se pueden usar se omiten con --skip-bad-rows o en el diálogo de importación.</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>R² (numbers; 0 is the mean, 1 all) or AUC (classes; 0.5 is chance) out of fold from so many features, random ones or those most correlated with the label.</source>
        <translation>R² (números; 0 es la media, 1 todo) o AUC (clases; 0.5 es el azar) fuera del pliegue con tantas características, al azar o las más correlacionadas con la etiqueta.</translation>
    </message>
    <message>
        <source>R² of numbers</source>
        <translation>R² de los números</translation>
    </message>
    <message>
        <source>R² or AUC from features drawn at random, mean over draws</source>
        <translation>R² o AUC con características tomadas al azar, media de los sorteos</translation>
    </message>
    <message>
        <source>R² or AUC from those most correlated with the label in each training part</source>
        <translation>R² o AUC con las más correlacionadas con la etiqueta en cada parte de entrenamiento</translation>
    </message>
    <message>
        <source>R² or AUC on identities that were not fitted to, beside random splits, which leak identities: the difference is the leak.</source>
        <translation>R² o AUC con identidades que no se usaron en el ajuste, junto a divisiones al azar, que dejan pasar identidades: la diferencia es la fuga.</translation>
    </message>
    <message>
        <source>R², out of fold</source>
        <translation>R², fuera de la partición</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>DT</translation>
    </message>
    <message>
        <source>SD at start</source>
        <translation>DT al inicio</translation>
    </message>
    <message>
        <source>SD in ten years</source>
        <translation>DT en diez años</translation>
    </message>
    <message>
        <source>SD of the rest</source>
        <translation>DT del resto</translation>
    </message>
    <message>
        <source>SD of videos</source>
        <translation>DT de los vídeos</translation>
    </message>
    <message>
        <source>Same pixels, same picture in other pixels, one a part of the other (first: this project&apos;s), or alike features where a file is not there</source>
        <translation>Mismos píxeles, misma imagen con otros píxeles, una parte de la otra (primero: la de este proyecto) o características parecidas donde falta un archivo</translation>
    </message>
    <message>
        <source>Same pixels, same picture in other pixels, or alike features only</source>
        <translation>Mismos píxeles, misma imagen con otros píxeles o solo características parecidas</translation>
    </message>
    <message>
        <source>Say how many neighbours to judge a map by.</source>
        <translation>Diga por cuántos vecinos se juzga un mapa.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Score and elapsed time</source>
        <translation>Puntuación y tiempo transcurrido</translation>
    </message>
    <message>
        <source>Score and time</source>
        <translation>Puntuación y tiempo</translation>
    </message>
    <message>
        <source>Score of a pair</source>
        <translation>Puntuación de un par</translation>
    </message>
    <message>
        <source>Score of a probe and an entry of the gallery</source>
        <translation>Puntuación de una sonda y una entrada de la galería</translation>
    </message>
    <message>
        <source>Score of a probe and an entry; that of an identity is its most alike entry&apos;s</source>
        <translation>Puntuación de una búsqueda y una entrada; la de una identidad es la de su entrada más parecida</translation>
    </message>
    <message>
        <source>Score of the face detector</source>
        <translation>Puntuación del detector de caras</translation>
    </message>
    <message>
        <source>Score of the most alike other identity</source>
        <translation>Puntuación de la otra identidad más parecida</translation>
    </message>
    <message>
        <source>Score of the pair</source>
        <translation>Puntuación del par</translation>
    </message>
    <message>
        <source>Score of the right identity</source>
        <translation>Puntuación de la identidad correcta</translation>
    </message>
    <message>
        <source>Score of the two</source>
        <translation>Puntuación de ambas</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Scores are of pairs of images; they cannot be pooled into templates.</source>
        <translation>Las puntuaciones son de pares de imágenes; no se pueden agrupar en plantillas.</translation>
    </message>
    <message>
        <source>Scores by group</source>
        <translation>Puntuaciones por grupo</translation>
    </message>
    <message>
        <source>Scores from here on are accepted</source>
        <translation>Se aceptan las puntuaciones desde aquí</translation>
    </message>
    <message>
        <source>Scores from here on are accepted, the same for all groups</source>
        <translation>Se aceptan las puntuaciones desde aquí, lo mismo para todos los grupos</translation>
    </message>
    <message>
        <source>Scores go with a list of pairs; “{}” is a verification set.</source>
        <translation>Las puntuaciones van con una lista de pares; «{}» es un conjunto de verificación.</translation>
    </message>
    <message>
        <source>Scores need the list of the pairs that they are of (--protocol).</source>
        <translation>Las puntuaciones necesitan la lista de los pares a los que pertenecen (--protocol).</translation>
    </message>
    <message>
        <source>Scores of the right identity and of the next</source>
        <translation>Puntuaciones de la identidad correcta y de la siguiente</translation>
    </message>
    <message>
        <source>Searches for one that is not</source>
        <translation>Búsquedas de una que no lo está</translation>
    </message>
    <message>
        <source>Searches for others in which it comes first</source>
        <translation>Búsquedas de otras en que queda primera</translation>
    </message>
    <message>
        <source>Searches for people who are not enrolled are the same ones, each with its own identity left out of the gallery.</source>
        <translation>Las búsquedas de personas no inscritas son las mismas, cada una con su propia identidad fuera de la galería.</translation>
    </message>
    <message>
        <source>Searches for people who are not enrolled that report someone (FPIR)</source>
        <translation>Búsquedas de personas no inscritas que señalan a alguien (FPIR)</translation>
    </message>
    <message>
        <source>Searches that report the right person first (TPIR)</source>
        <translation>Búsquedas que señalan primero a la persona correcta (TPIR)</translation>
    </message>
    <message>
        <source>Searches with a mate among its images</source>
        <translation>Búsquedas con pareja entre sus imágenes</translation>
    </message>
    <message>
        <source>Searches with the right identity at this rank or before</source>
        <translation>Búsquedas con la identidad correcta en este rango o antes</translation>
    </message>
    <message>
        <source>Searches with the right identity first</source>
        <translation>Búsquedas con la identidad correcta primero</translation>
    </message>
    <message>
        <source>Searches, over all galleries, for an identity that is enrolled</source>
        <translation>Búsquedas, en todas las galerías, de una identidad que está inscrita</translation>
    </message>
    <message>
        <source>Second less first</source>
        <translation>Segundo menos primero</translation>
    </message>
    <message>
        <source>Second one</source>
        <translation>La segunda de ellas</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Seed of draws, pairs, folds and groups of identities left out</source>
        <translation>Semilla de sorteos, pares, pliegues y grupos de identidades omitidos</translation>
    </message>
    <message>
        <source>Seed of everything random</source>
        <translation>Semilla de todo lo aleatorio</translation>
    </message>
    <message>
        <source>Seed of halves, folds and groups of identities left out</source>
        <translation>Semilla de mitades, pliegues y grupos de identidades omitidos</translation>
    </message>
    <message>
        <source>Seed of pairs that are drawn and of the groups of identities left out</source>
        <translation>Semilla de los pares que se sortean y de los grupos de identidades que se dejan fuera</translation>
    </message>
    <message>
        <source>Seed of the folds</source>
        <translation>Semilla de las particiones</translation>
    </message>
    <message>
        <source>Seed of the groups of identities left out</source>
        <translation>Semilla de los grupos de identidades omitidas</translation>
    </message>
    <message>
        <source>Seed of the identities in the tree and of groups left out</source>
        <translation>Semilla de las identidades del árbol y de los grupos excluidos</translation>
    </message>
    <message>
        <source>Seed of the images, folds and groups of identities left out</source>
        <translation>Semilla de las imágenes, los pliegues y los grupos de identidades excluidos</translation>
    </message>
    <message>
        <source>Seed of the other map</source>
        <translation>Semilla del otro mapa</translation>
    </message>
    <message>
        <source>Seed of the shuffles</source>
        <translation>Semilla de las permutaciones</translation>
    </message>
    <message>
        <source>Select a range, toggle one</source>
        <translation>Seleccionar un rango, alternar uno</translation>
    </message>
    <message>
        <source>Select all, invert, clear</source>
        <translation>Seleccionar todo, invertir, borrar</translation>
    </message>
    <message>
        <source>Select the point one looks at (Shift adds, Ctrl removes)</source>
        <translation>Seleccionar el punto que se mira (Mayús añade, Ctrl quita)</translation>
    </message>
    <message>
        <source>Select the same identity, grow to neighbours</source>
        <translation>Seleccionar la misma identidad, ampliar a los vecinos</translation>
    </message>
    <message>
        <source>Select what passes the filter</source>
        <translation>Seleccionar lo que pasa el filtro</translation>
    </message>
    <message>
        <source>Several files in “{}” give features of faces: {}. Name one of them.</source>
        <translation>Varios archivos de «{}» dan características de caras: {}. Nombre uno de ellos.</translation>
    </message>
    <message numerus="yes">
        <source>Shard {} of {} is missing or not finished; run it, or merge what there is with “--partial”.</source>
        <comment>Shards {} of {} are missing or not finished; run them, or merge what there is with “--partial”.</comment>
        <translation>
            <numerusform>La parte {} de {} falta o no está acabada; ejecútela, o una lo que hay con «--partial».</numerusform>
            <numerusform>Las partes {} de {} faltan o no están acabadas; ejecútelas, o una lo que hay con «--partial».</numerusform>
        </translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Share of an identity&apos;s features with a significant test (grows with the number of images)</source>
        <translation>Parte de las características de una identidad con prueba significativa (crece con el número de imágenes)</translation>
    </message>
    <message>
        <source>Share of each image&apos;s neighbours that both maps have</source>
        <translation>Parte de los vecinos de cada imagen que ambos mapas tienen</translation>
    </message>
    <message>
        <source>Share of features that vary whose test is significant</source>
        <translation>Parte de las características que varían cuya prueba es significativa</translation>
    </message>
    <message>
        <source>Share of genuine pairs accepted, 1 − FNMR</source>
        <translation>Parte de los pares genuinos aceptados, 1 − FNMR</translation>
    </message>
    <message>
        <source>Share of genuine pairs rejected</source>
        <translation>Parte de los pares genuinos rechazados</translation>
    </message>
    <message>
        <source>Share of identities in which a feature&apos;s test is significant (grows with the number of images)</source>
        <translation>Parte de las identidades en que la prueba de una característica es significativa (crece con el número de imágenes)</translation>
    </message>
    <message>
        <source>Share of identities in which it differs significantly</source>
        <translation>Parte de las identidades en que difiere significativamente</translation>
    </message>
    <message>
        <source>Share of images of which the class is right</source>
        <translation>Parte de las imágenes cuya clase se acierta</translation>
    </message>
    <message>
        <source>Share of impostor pairs accepted</source>
        <translation>Parte de los pares impostores aceptados</translation>
    </message>
    <message>
        <source>Share of its searches</source>
        <translation>Parte de sus búsquedas</translation>
    </message>
    <message>
        <source>Share of its variance over images that is between classes</source>
        <translation>Parte de su varianza entre imágenes que está entre clases</translation>
    </message>
    <message>
        <source>Share of mated searches with the right identity at this rank or before</source>
        <translation>Parte de las búsquedas con pareja en que la identidad correcta está en este rango o antes</translation>
    </message>
    <message>
        <source>Share of mated searches with the right identity first and reported</source>
        <translation>Parte de las búsquedas con pareja en que la identidad correcta queda primera y se informa de ella</translation>
    </message>
    <message>
        <source>Share of mated searches with the right identity first and reported; 1 − FNIR at rank 1</source>
        <translation>Parte de las búsquedas con pareja en que la identidad correcta queda primera y se informa de ella; 1 − FNIR en el rango 1</translation>
    </message>
    <message>
        <source>Share of neighbours in common</source>
        <translation>Parte de vecinos en común</translation>
    </message>
    <message>
        <source>Share of non-mated searches that report someone</source>
        <translation>Parte de las búsquedas sin pareja que informan de alguien</translation>
    </message>
    <message>
        <source>Share of non-mated searches that report someone, the most that is not above the target</source>
        <translation>Parte de las búsquedas sin pareja que informan de alguien, la mayor que no supera lo pedido</translation>
    </message>
    <message>
        <source>Share of others&apos; faces whose profile is less like the predicted one than a face&apos;s own; 0.5 by chance</source>
        <translation>Parte de las caras de otros cuyo perfil se parece menos al predicho que el de la propia cara; 0.5 por azar</translation>
    </message>
    <message>
        <source>Share of pairs up to which the area is taken</source>
        <translation>Proporción de pares hasta la que se toma el área</translation>
    </message>
    <message>
        <source>Share of poor images among the nearest</source>
        <translation>Parte de imágenes pobres entre las más cercanas</translation>
    </message>
    <message>
        <source>Share of poor images among the rest</source>
        <translation>Parte de imágenes pobres entre las demás</translation>
    </message>
    <message>
        <source>Share of random halves of a name above the limit</source>
        <translation>Parte de las mitades al azar de un nombre por encima del límite</translation>
    </message>
    <message>
        <source>Share of random halves of one name above the limit: of people in both, about so many are found</source>
        <translation>Parte de las mitades al azar de un mismo nombre por encima del límite: de las personas que están en ambos se hallan más o menos tantas</translation>
    </message>
    <message>
        <source>Share of shuffles at least as good, (1 + count) / (1 + shuffles); null: the features say nothing of the label</source>
        <translation>Parte de las permutaciones al menos igual de buenas, (1 + recuento) / (1 + permutaciones); hipótesis nula: las características no dicen nada de la etiqueta</translation>
    </message>
    <message>
        <source>Share of shuffles of the views with as large a mean squared effect, (1 + count) / (1 + shuffles); null: views make no difference to any feature of any identity</source>
        <translation>Parte de las permutaciones de las vistas con un efecto cuadrático medio al menos igual, (1 + recuento) / (1 + permutaciones); hipótesis nula: las vistas no cambian ninguna característica de ninguna identidad</translation>
    </message>
    <message>
        <source>Share of the genuine pairs that is discarded</source>
        <translation>Parte de los pares genuinos que se descarta</translation>
    </message>
    <message>
        <source>Share of the images to train on in random splits</source>
        <translation>Proporción de imágenes de entrenamiento en las particiones al azar</translation>
    </message>
    <message>
        <source>Share of the k nearest that are the same in both</source>
        <translation>Parte de los k más cercanos que son los mismos en ambos</translation>
    </message>
    <message>
        <source>Share of the planted mixtures below the limit</source>
        <translation>Parte de las mezclas hechas a propósito por debajo del límite</translation>
    </message>
    <message>
        <source>Share of the variance</source>
        <translation>Parte de la varianza</translation>
    </message>
    <message>
        <source>Share of the variance between videos and stills that the monotone fit explains</source>
        <translation>Parte de la varianza entre vídeos y fotos que explica el ajuste monótono</translation>
    </message>
    <message>
        <source>Share of the variance in the principal components that probes read; 1: all numbers</source>
        <translation>Parte de la varianza en las componentes principales que leen las sondas; 1: todos los números</translation>
    </message>
    <message>
        <source>Share of the variance in the space</source>
        <translation>Parte de la varianza del espacio</translation>
    </message>
    <message>
        <source>Share of the variance of {}</source>
        <translation>Parte de la varianza de {}</translation>
    </message>
    <message>
        <source>Share of the videos and stills that are nearest to the origin</source>
        <translation>Parte de los vídeos y fotos más cercanos al origen</translation>
    </message>
    <message>
        <source>Share of the {} nearest neighbours in common</source>
        <translation>Parte en común de los {} vecinos más cercanos</translation>
    </message>
    <message>
        <source>Share of these</source>
        <translation>Parte de estas</translation>
    </message>
    <message>
        <source>Share of these accepted at the common threshold</source>
        <translation>Parte de estos aceptados con el umbral común</translation>
    </message>
    <message>
        <source>Share of these searches with the right identity first</source>
        <translation>Parte de estas búsquedas con la identidad correcta primera</translation>
    </message>
    <message>
        <source>Share of those genuine pairs rejected</source>
        <translation>Parte de esos pares genuinos rechazados</translation>
    </message>
    <message>
        <source>Share of those impostor pairs accepted</source>
        <translation>Parte de esos pares impostores aceptados</translation>
    </message>
    <message>
        <source>Shares of significant tests</source>
        <translation>Proporciones de pruebas significativas</translation>
    </message>
    <message>
        <source>Shares of the variance</source>
        <translation>Partes de la varianza</translation>
    </message>
    <message>
        <source>Sharpness (Laplacian variance)</source>
        <translation>Nitidez (varianza del laplaciano)</translation>
    </message>
    <message>
        <source>Shift+click, Ctrl+click in lists</source>
        <translation>Mayús+clic, Ctrl+clic en las listas</translation>
    </message>
    <message>
        <source>Shift, Ctrl while selecting on the map</source>
        <translation>Mayús, Ctrl al seleccionar en el mapa</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Mostrar el mapa completo</translation>
    </message>
    <message>
        <source>Shuffled labels</source>
        <translation>Etiquetas barajadas</translation>
    </message>
    <message>
        <source>Shuffles for the baseline; 0: none</source>
        <translation>Barajados para la línea base; 0: ninguno</translation>
    </message>
    <message>
        <source>Shuffles of frontal and profile; 0: no test</source>
        <translation>Permutaciones de frontal y perfil; 0: sin prueba</translation>
    </message>
    <message>
        <source>Shuffles that this p-value rests on</source>
        <translation>Permutaciones en que se apoya este valor p</translation>
    </message>
    <message>
        <source>Significance (adjusted p)</source>
        <translation>Significación (p ajustada)</translation>
    </message>
    <message>
        <source>Significance level</source>
        <translation>Nivel de significación</translation>
    </message>
    <message>
        <source>Significant (1) or not (0)</source>
        <translation>Significativo (1) o no (0)</translation>
    </message>
    <message>
        <source>Significant or not</source>
        <translation>Significativo o no</translation>
    </message>
    <message>
        <source>Significant tests (%)</source>
        <translation>Pruebas significativas (%)</translation>
    </message>
    <message>
        <source>Single units</source>
        <translation>Unidades sueltas</translation>
    </message>
    <message>
        <source>Single units and populations</source>
        <translation>Unidades sueltas y poblaciones</translation>
    </message>
    <message>
        <source>Size (%)</source>
        <translation>Tamaño (%)</translation>
    </message>
    <message>
        <source>Slopes of people</source>
        <translation>Pendientes de personas</translation>
    </message>
    <message numerus="yes">
        <source>Small dots: another seed.</source>
        <comment>Small dots: {} other seeds.</comment>
        <translation>
            <numerusform>Puntos pequeños: otra semilla.</numerusform>
            <numerusform>Puntos pequeños: otras {} semillas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Smooth of each measure over the percentiles of the distance</source>
        <translation>Suavizado de cada medida sobre los percentiles de la distancia</translation>
    </message>
    <message>
        <source>So many images</source>
        <translation>Cuántas imágenes</translation>
    </message>
    <message>
        <source>So many of the features were used</source>
        <translation>Cuántas características se usaron</translation>
    </message>
    <message>
        <source>Solid: pairs of one person; dashed: of two.</source>
        <translation>Línea continua: pares de una persona; discontinua: de dos.</translation>
    </message>
    <message>
        <source>Something refers to an image or network that is not in “{}”.</source>
        <translation>Algo se refiere a una imagen o red que no está en «{}».</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Espacios</translation>
    </message>
    <message>
        <source>Spaces are compared of two networks with features, or of one and a table of ratings; extract or import features of another network.</source>
        <translation>Se comparan los espacios de dos redes con características, o de una y una tabla de valoraciones; extraiga o importe características de otra red.</translation>
    </message>
    <message>
        <source>Spaces are compared over images that both have, of four identities or more; here are {} images of {}.</source>
        <translation>Los espacios se comparan sobre imágenes que ambos tienen, de cuatro identidades o más; aquí hay {} imágenes de {}.</translation>
    </message>
    <message>
        <source>Spaces compared</source>
        <translation>Espacios comparados</translation>
    </message>
    <message>
        <source>Spaces, and what people see</source>
        <translation>Espacios, y lo que ve la gente</translation>
    </message>
    <message>
        <source>Spearman&apos;s p</source>
        <translation>p de Spearman</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ</source>
        <translation>ρ de Spearman</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of all distances {:.3f}.</source>
        <translation>ρ de Spearman de todas las distancias: {}.</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of cosine and mean rating</source>
        <translation>ρ de Spearman de coseno y valoración media</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of distances over all pairs</source>
        <translation>ρ de Spearman de las distancias de todos los pares</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of each measure with the distance, with 95 % intervals: right of 0 it grows with the distance, left of 0 it falls, an interval that holds 0 cannot tell.</source>
        <translation>ρ de Spearman de cada medida con la distancia, con intervalos del 95 %: a la derecha del 0 crece con la distancia, a la izquierda cae; un intervalo que contiene el 0 no permite decirlo.</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of measure and distance</source>
        <translation>ρ de Spearman de medida y distancia</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of the distances from the origin</source>
        <translation>ρ de Spearman de las distancias al origen</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ of the identities&apos; distances {:.3f}.</source>
        <translation>ρ de Spearman de las distancias entre identidades: {}.</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ with other measures held fixed</source>
        <translation>ρ de Spearman con otras medidas fijas</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ with {}</source>
        <translation>ρ de Spearman con {}</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ {:.3f}</source>
        <translation>ρ de Spearman {}</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ {:.3f} (95 % interval {:.3f} to {:.3f})</source>
        <translation>ρ de Spearman {} (intervalo del 95 %: de {} a {})</translation>
    </message>
    <message>
        <source>Spearman&apos;s ρ {:.3f}, Kendall&apos;s τ {:.3f}.</source>
        <translation>ρ de Spearman {}, τ de Kendall {}.</translation>
    </message>
    <message>
        <source>Spearman’s ρ of cosines and rated likeness, or r of each trait and what is predicted for people who were not fitted to; 0 by chance, 1 at most.</source>
        <translation>ρ de Spearman de los cosenos y el parecido valorado, o r de cada rasgo y lo que se predice en personas a las que no se ajustó; 0 por azar, 1 como mucho.</translation>
    </message>
    <message>
        <source>Squared effect of view on the feature of that number, without the part of noise</source>
        <translation>Efecto al cuadrado de la vista en la característica con ese número, sin la parte del ruido</translation>
    </message>
    <message>
        <source>Squared effect of view, without the part that noise gives it</source>
        <translation>Efecto al cuadrado de la vista, sin la parte que le da el ruido</translation>
    </message>
    <message>
        <source>Standard deviation of people&apos;s changes; none: not in the model</source>
        <translation>Desviación típica de los cambios de las personas; vacío: no está en el modelo</translation>
    </message>
    <message>
        <source>Standard deviation of people&apos;s scores with no time in between; none: not in the model</source>
        <translation>Desviación típica de las puntuaciones de las personas sin tiempo de por medio; vacío: no está en el modelo</translation>
    </message>
    <message>
        <source>Standard deviation of the predictor over the images</source>
        <translation>Desviación típica del predictor en las imágenes</translation>
    </message>
    <message>
        <source>Standard deviation of videos of one person; none: not in the model</source>
        <translation>Desviación típica de los vídeos de una persona; vacío: no está en el modelo</translation>
    </message>
    <message>
        <source>Standard deviation of what is left</source>
        <translation>Desviación típica de lo que queda</translation>
    </message>
    <message>
        <source>Standard deviation over the folds</source>
        <translation>Desviación típica entre las particiones</translation>
    </message>
    <message>
        <source>Standard deviation over these folds, by n</source>
        <translation>Desviación típica entre estas particiones, con n</translation>
    </message>
    <message>
        <source>Standard deviation over these splits</source>
        <translation>Desviación típica entre estas divisiones</translation>
    </message>
    <message>
        <source>Standard deviations of the number for one of each column, the others held fixed, with 95 % intervals that leave identities out. 0: none.</source>
        <translation>Desviaciones típicas del número por una de cada columna, con las demás fijas, con intervalos del 95 % que dejan fuera identidades. 0: ninguno.</translation>
    </message>
    <message>
        <source>Standard deviations of the outcome for one of the predictor, the others held fixed</source>
        <translation>Desviaciones típicas del resultado por una del predictor, con los demás fijos</translation>
    </message>
    <message>
        <source>Standard deviations of {}, for one of the other</source>
        <translation>Desviaciones típicas de {}, por una de la otra</translation>
    </message>
    <message>
        <source>Standard error of per_ten_years if the model were true</source>
        <translation>Error estándar de per_ten_years si el modelo fuera cierto</translation>
    </message>
    <message>
        <source>Standard error of per_unit if the model were true</source>
        <translation>Error estándar de per_unit si el modelo fuera cierto</translation>
    </message>
    <message>
        <source>Standard error: that over the root of their number</source>
        <translation>Error estándar: eso dividido por la raíz de su número</translation>
    </message>
    <message>
        <source>Still or video</source>
        <translation>Foto o vídeo</translation>
    </message>
    <message>
        <source>Stop when the map no longer moves</source>
        <translation>Parar cuando el mapa ya no se mueve</translation>
    </message>
    <message>
        <source>Strengths of identity lie between 0 and 1.5, in hundredths, each once.</source>
        <translation>Las intensidades de la identidad van de 0 a 1.5, en centésimas, cada una una vez.</translation>
    </message>
    <message>
        <source>Suspected labels</source>
        <translation>Etiquetas dudosas</translation>
    </message>
    <message>
        <source>T, N, arrow keys, PgDown on the page Triage</source>
        <translation>T, N, flechas, AvPág en la página Criba</translation>
    </message>
    <message>
        <source>TPIR</source>
        <translation>TPIR</translation>
    </message>
    <message>
        <source>TPIR over FPIR</source>
        <translation>TPIR frente a FPIR</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Mayús+Tab</translation>
    </message>
    <message>
        <source>Table of what people say: two columns that name images or identities and how alike they are, a column for each rater; or one that names them and a column for each trait</source>
        <translation>Tabla de lo que dice la gente: dos columnas que nombran imágenes o identidades y cuánto se parecen, una columna por evaluador; o una que las nombra y una columna por rasgo</translation>
    </message>
    <message>
        <source>Tag, note, the next image, ten images on</source>
        <translation>Marca, nota, la imagen siguiente, diez imágenes más allá</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>Tags and kept selections of so many images are not listed: export them by “export --tags” and “export --selections”.</source>
        <translation>Las marcas y selecciones guardadas de tantas imágenes no se enumeran: expórtelas con «export --tags» y «export --selections».</translation>
    </message>
    <message>
        <source>Telling people apart</source>
        <translation>Distinguir a las personas</translation>
    </message>
    <message>
        <source>Templates hold images of several values; leave out --templates or --by.</source>
        <translation>Las plantillas contienen imágenes de varios valores; quite --templates o --by.</translation>
    </message>
    <message>
        <source>Ten years change the score of two images of a person by {}, from {} with no time in between; {}.</source>
        <translation>Diez años cambian la puntuación de dos imágenes de una persona en {}, desde {} sin tiempo de por medio; {}.</translation>
    </message>
    <message>
        <source>That entry</source>
        <translation>Esa entrada</translation>
    </message>
    <message>
        <source>That finds {} % of {} planted mixtures of two names. Halves of one image are not judged.</source>
        <translation>Eso halla el {} % de {} mezclas de dos nombres hechas a propósito. Las mitades de una sola imagen no se juzgan.</translation>
    </message>
    <message>
        <source>That interval holds 0: these images cannot tell whether time changes the score.</source>
        <translation>Ese intervalo contiene el 0: estas imágenes no permiten decir si el tiempo cambia la puntuación.</translation>
    </message>
    <message>
        <source>That interval reaches 1: these images cannot tell whether {} differs between the groups.</source>
        <translation>Ese intervalo llega a 1: estas imágenes no pueden decir si {} difiere entre los grupos.</translation>
    </message>
    <message>
        <source>That is most of them: perhaps the list means different people by 1, or is of other images.</source>
        <translation>Son la mayoría: quizá la lista llama 1 a personas distintas, o es de otras imágenes.</translation>
    </message>
    <message>
        <source>That less the mean of all other groups&apos; images</source>
        <translation>Eso menos la media de las imágenes de todos los demás grupos</translation>
    </message>
    <message>
        <source>That the centroid of a leaf is of; of a branch, in it</source>
        <translation>De la que es el centroide de una hoja; de una rama, en ella</translation>
    </message>
    <message>
        <source>That the network may run cannot be remembered in “{}”: {}.</source>
        <translation>No se puede recordar en «{}» que la red se puede ejecutar: {}.</translation>
    </message>
    <message>
        <source>The array “{}” of “{}”</source>
        <translation>La matriz «{}» de «{}»</translation>
    </message>
    <message>
        <source>The automatic rate must be positive.</source>
        <translation>La velocidad automática debe ser positiva.</translation>
    </message>
    <message>
        <source>The best penalty ({:g}) is the {} of those tried.</source>
        <translation>La mejor penalización ({}) es la {} de las probadas.</translation>
    </message>
    <message>
        <source>The closing ) of this ( is missing.</source>
        <translation>Falta el ) de cierre de este (.</translation>
    </message>
    <message>
        <source>The closing ] of this name is missing.</source>
        <translation>Falta el ] de cierre de este nombre.</translation>
    </message>
    <message>
        <source>The closing {} of this name is missing.</source>
        <translation>Falta el {} de cierre de este nombre.</translation>
    </message>
    <message>
        <source>The closing {} of this text is missing.</source>
        <translation>Falta el {} de cierre de este texto.</translation>
    </message>
    <message>
        <source>The code of “{}” is {}: {} of {} units carry it, {} of their variance.</source>
        <translation>El código de «{}» es: {}; lo llevan {} de {} unidades, {} de su varianza.</translation>
    </message>
    <message>
        <source>The colour bar covers all values in the window; the command leaves out the rarest.</source>
        <translation>En la ventana la barra de color abarca todos los valores; la orden deja fuera los más raros.</translation>
    </message>
    <message>
        <source>The column mapping “{}” names {} twice.</source>
        <translation>La asignación de columnas «{}» nombra {} dos veces.</translation>
    </message>
    <message>
        <source>The column name “{}” in “{}” is not UTF-8 text; save the file as CSV in UTF-8.</source>
        <translation>El nombre de columna «{}» de «{}» no es texto UTF-8; guarde el archivo como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>The column “{}” would be there twice.</source>
        <translation>La columna «{}» estaría dos veces.</translation>
    </message>
    <message>
        <source>The directions in which the features of all {} images vary most.</source>
        <translation>Las direcciones en que más varían las características de las {} imágenes.</translation>
    </message>
    <message>
        <source>The disk is full: “{}” was not changed; make room and try again.</source>
        <translation>El disco está lleno: «{}» no se ha cambiado; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full: “{}” was not written; make room and try again.</source>
        <translation>El disco está lleno: no se escribió “{}”; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The distance from the origin of each image in both, by its percentile.</source>
        <translation>La distancia al origen de cada imagen en ambos, por su percentil.</translation>
    </message>
    <message>
        <source>The distance; a measure of known direction; one whose direction was learned on other identities; or a combination, out of fold</source>
        <translation>La distancia; una medida de sentido conocido; una cuyo sentido se aprendió con otras identidades; o una combinación, fuera de la partición</translation>
    </message>
    <message>
        <source>The earlier image</source>
        <translation>La imagen anterior</translation>
    </message>
    <message>
        <source>The early exaggeration must be 1 or more, or 0 for the preset&apos;s.</source>
        <translation>La exageración inicial debe ser 1 o más, o 0 para la de los ajustes.</translation>
    </message>
    <message>
        <source>The early exaggeration must be at least 1.</source>
        <translation>La exageración inicial debe ser al menos 1.</translation>
    </message>
    <message>
        <source>The effect of each unit, the largest first: the share of its variance that is between classes, without what sampling adds. 0 nothing, 1 all. Bands are 95 % intervals.</source>
        <translation>El efecto de cada unidad, el mayor primero: la parte de su varianza que está entre clases, sin lo que añade el muestreo. 0 nada, 1 todo. Las bandas son intervalos del 95 %.</translation>
    </message>
    <message>
        <source>The entry that it is most like</source>
        <translation>La entrada a la que más se parece</translation>
    </message>
    <message>
        <source>The exaggeration of the map “{}” was changed by hand while it ran.</source>
        <translation>La exageración del mapa «{}» se cambió a mano mientras se calculaba.</translation>
    </message>
    <message>
        <source>The expression ends too early: something is missing here.</source>
        <translation>La expresión termina demasiado pronto: aquí falta algo.</translation>
    </message>
    <message>
        <source>The face box on line {} of “{}” is {} × {} pixels; leave its cells empty where there is no face.</source>
        <translation>El recuadro de la cara de la línea {} de «{}» mide {} × {} píxeles; deje vacías sus celdas donde no haya cara.</translation>
    </message>
    <message>
        <source>The face could not be cut out of this image ({}).</source>
        <translation>No se pudo recortar la cara de esta imagen ({}).</translation>
    </message>
    <message>
        <source>The face detector failed on this image ({}).</source>
        <translation>El detector de caras falló con esta imagen ({}).</translation>
    </message>
    <message>
        <source>The face detector gives no landmarks to align this face by.</source>
        <translation>El detector de caras no da puntos de referencia con los que alinear esta cara.</translation>
    </message>
    <message>
        <source>The face detector “{}” cannot be loaded; choose a YuNet or SCRFD ONNX file ({}).</source>
        <translation>El detector de caras «{}» no se puede cargar; elija un archivo ONNX de YuNet o SCRFD ({}).</translation>
    </message>
    <message>
        <source>The face detector “{}” is not there.</source>
        <translation>El detector de caras «{}» no está.</translation>
    </message>
    <message numerus="yes">
        <source>The feature of one image (“{1}”) is more than a million times as long as most, and beside it the others would fall into one point; import the features without it.</source>
        <comment>The features of {0} images, the first is “{1}”, are more than a million times as long as most, and beside them the others would fall into one point; import the features without them.</comment>
        <translation>
            <numerusform>La característica de una imagen («{1}») es más de un millón de veces más larga que la mayoría, y a su lado las demás caerían en un solo punto; importe las características sin ella.</numerusform>
            <numerusform>Las características de {0} imágenes, la primera es «{1}», son más de un millón de veces más largas que la mayoría, y a su lado las demás caerían en un solo punto; importe las características sin ellas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The features of all labelled images are equal, so nothing can be read from them; check the network and the images it was given.</source>
        <translation>Las características de todas las imágenes etiquetadas son iguales, así que no se puede leer nada de ellas; revise la red y las imágenes que recibió.</translation>
    </message>
    <message>
        <source>The features of one network have unit length: its distances tell nothing.</source>
        <translation>Las características de una red tienen longitud uno: sus distancias no dicen nada.</translation>
    </message>
    <message>
        <source>The features of “{}” all have the same length, so the distance from the origin says nothing about image quality; use a network that returns raw features, or look at the cosine to the identity&apos;s centroid.</source>
        <translation>Las características de «{}» tienen todas la misma longitud, así que la distancia al origen no dice nada de la calidad de las imágenes; use una red que devuelva características sin normalizar o mire el coseno con el centroide de la identidad.</translation>
    </message>
    <message>
        <source>The features of “{}” and “{}” are the same for every image: one network under two names.</source>
        <translation>Las características de «{}» y «{}» son iguales en todas las imágenes: una sola red con dos nombres.</translation>
    </message>
    <message>
        <source>The features “{}” were imported without their network, and a probe has to run it; extract features with the network itself.</source>
        <translation>Las características «{}» se importaron sin su red, y una sonda tiene que ejecutarla; extraiga las características con la propia red.</translation>
    </message>
    <message>
        <source>The figure could not be compressed as PNG.</source>
        <translation>La figura no se pudo comprimir como PNG.</translation>
    </message>
    <message>
        <source>The figure could not be written as PDF: there is not enough memory.</source>
        <translation>La figura no se pudo escribir como PDF: no hay memoria suficiente.</translation>
    </message>
    <message>
        <source>The figure needs an image to probe; name it with “--image”.</source>
        <translation>La figura necesita una imagen que sondear; nómbrela con «--image».</translation>
    </message>
    <message>
        <source>The figure of the first network</source>
        <translation>La cifra de la primera red</translation>
    </message>
    <message>
        <source>The figure of the second one</source>
        <translation>La cifra de la segunda</translation>
    </message>
    <message>
        <source>The figure “{}” needs a name that ends in .png, .svg or .pdf.</source>
        <translation>La figura «{}» necesita un nombre que termine en .png, .svg o .pdf.</translation>
    </message>
    <message>
        <source>The filter is not understood at character {}: {}</source>
        <translation>El filtro no se entiende en el carácter {}: {}</translation>
    </message>
    <message>
        <source>The first column of “{}” numbers the rows and was passed over.</source>
        <translation>La primera columna de «{}» numera las filas y se pasó por alto.</translation>
    </message>
    <message>
        <source>The first network</source>
        <translation>La primera red</translation>
    </message>
    <message>
        <source>The first network or map</source>
        <translation>La primera red o el primer mapa</translation>
    </message>
    <message>
        <source>The folder of images “{}” is not there; say where the images are now.</source>
        <translation>La carpeta de imágenes «{}» no está; indique dónde están ahora las imágenes.</translation>
    </message>
    <message>
        <source>The folder that this program was started in is gone; start it in another one.</source>
        <translation>La carpeta en la que se inició este programa ya no existe; inícielo en otra.</translation>
    </message>
    <message>
        <source>The folder “{}” cannot be made: {}.</source>
        <translation>La carpeta «{}» no se puede crear: {}.</translation>
    </message>
    <message>
        <source>The folder “{}” cannot be made; choose one that you may write.</source>
        <translation>La carpeta «{}» no se puede crear; elija una en la que pueda escribir.</translation>
    </message>
    <message>
        <source>The folder “{}” does not exist.</source>
        <translation>La carpeta «{}» no existe.</translation>
    </message>
    <message>
        <source>The group, as labelled</source>
        <translation>El grupo, según la etiqueta</translation>
    </message>
    <message>
        <source>The identity</source>
        <translation>La identidad</translation>
    </message>
    <message>
        <source>The identity of the other project</source>
        <translation>La identidad del otro proyecto</translation>
    </message>
    <message>
        <source>The image by its path, or template by its id</source>
        <translation>La imagen por su ruta, o la plantilla por su id</translation>
    </message>
    <message>
        <source>The image could not be prepared ({}).</source>
        <translation>No se pudo preparar la imagen ({}).</translation>
    </message>
    <message>
        <source>The image files of “{}” are not there, so their quality cannot be measured; put the images&apos; folder back.</source>
        <translation>Los archivos de imagen de «{}» no están, así que no se puede medir su calidad; devuelva la carpeta de imágenes a su sitio.</translation>
    </message>
    <message>
        <source>The image has neither landmarks nor a face box, and no face detector was given to find them.</source>
        <translation>La imagen no tiene puntos de referencia ni recuadro de la cara, y no se dio un detector de caras que los encuentre.</translation>
    </message>
    <message>
        <source>The image has no face box, and no face detector was given to find one.</source>
        <translation>La imagen no tiene recuadro de la cara, y no se dio un detector de caras que lo encuentre.</translation>
    </message>
    <message>
        <source>The image has no landmarks, and no face detector was given to find them.</source>
        <translation>La imagen no tiene puntos de referencia, y no se dio un detector de caras que los encuentre.</translation>
    </message>
    <message>
        <source>The image in the features</source>
        <translation>La imagen en las características</translation>
    </message>
    <message>
        <source>The image is empty.</source>
        <translation>La imagen está vacía.</translation>
    </message>
    <message>
        <source>The image least like its own identity, or template</source>
        <translation>La imagen, o plantilla, menos parecida a su propia identidad</translation>
    </message>
    <message>
        <source>The image of the other project</source>
        <translation>La imagen del otro proyecto</translation>
    </message>
    <message>
        <source>The image quality in “{}” was measured by another version of FaceSpace; measure it again.</source>
        <translation>La calidad de imagen en «{}» la midió otra versión de FaceSpace; mídala de nuevo.</translation>
    </message>
    <message>
        <source>The image size must lie between 64 and 512 pixels.</source>
        <translation>El tamaño de imagen debe estar entre 64 y 512 píxeles.</translation>
    </message>
    <message>
        <source>The image {} of “{}” is too large: {} bytes.</source>
        <translation>La imagen {} de «{}» es demasiado grande: {} bytes.</translation>
    </message>
    <message>
        <source>The image&apos;s face box has no width or no height.</source>
        <translation>El recuadro de la cara de la imagen no tiene anchura o no tiene altura.</translation>
    </message>
    <message>
        <source>The image&apos;s five landmarks lie on one point, so its face cannot be aligned.</source>
        <translation>Los cinco puntos de referencia de la imagen están en un mismo punto, así que su cara no se puede alinear.</translation>
    </message>
    <message>
        <source>The image&apos;s quality cannot be measured ({}).</source>
        <translation>La calidad de la imagen no se puede medir ({}).</translation>
    </message>
    <message>
        <source>The image, as in the project</source>
        <translation>La imagen, como en el proyecto</translation>
    </message>
    <message>
        <source>The images of each identity and view, with their unit of observation</source>
        <translation>Las imágenes de cada identidad y vista, con su unidad de observación</translation>
    </message>
    <message>
        <source>The images of “{}” are in “{}”, and “{}” is not in that folder; make another project for it.</source>
        <translation>Las imágenes de «{}» están en «{}», y «{}» no está en esa carpeta; cree otro proyecto para ella.</translation>
    </message>
    <message>
        <source>The images on this map are not those it was made from; compute it again.</source>
        <translation>Las imágenes de este mapa no son aquellas con las que se hizo; calcúlelo de nuevo.</translation>
    </message>
    <message>
        <source>The images that both have, on two maps in the same colours.</source>
        <translation>Las imágenes que tienen ambos, en dos mapas con los mismos colores.</translation>
    </message>
    <message>
        <source>The images that changed most, with the share of their neighbours that both have in common:</source>
        <translation>Las imágenes que más cambiaron, con la parte de sus vecinos que ambos tienen en común:</translation>
    </message>
    <message>
        <source>The images&apos; quality was not measured yet; measure it while the image files are there.</source>
        <translation>La calidad de las imágenes aún no se ha medido; mídala mientras estén los archivos de imagen.</translation>
    </message>
    <message>
        <source>The imported feature has values that are infinite or too large (beyond 3.4·10³⁸).</source>
        <translation>La característica importada tiene valores infinitos o demasiado grandes (más de 3.4·10³⁸).</translation>
    </message>
    <message>
        <source>The imported feature has values that are not numbers (NaN).</source>
        <translation>La característica importada tiene valores que no son números (NaN).</translation>
    </message>
    <message>
        <source>The imported file has no feature for this image.</source>
        <translation>El archivo importado no tiene característica para esta imagen.</translation>
    </message>
    <message>
        <source>The index “{}” has no column “path”.</source>
        <translation>El índice «{}» no tiene la columna «path».</translation>
    </message>
    <message>
        <source>The index “{}” names {} images but there are {} feature rows.</source>
        <translation>El índice «{}» nombra {} imágenes pero hay {} filas de características.</translation>
    </message>
    <message numerus="yes">
        <source>The label of 1 image contradicts the identity record that counts it as its own; the label was taken.</source>
        <comment>The labels of {} images contradict the identity records that count them as their own; the labels were taken.</comment>
        <translation>
            <numerusform>La etiqueta de 1 imagen contradice el registro de identidad que la cuenta como suya; se tomó la etiqueta.</numerusform>
            <numerusform>Las etiquetas de {} imágenes contradicen los registros de identidad que las cuentan como suyas; se tomaron las etiquetas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The labels of a prediction</source>
        <translation>Las etiquetas de una predicción</translation>
    </message>
    <message numerus="yes">
        <source>The landmarks of one row (“{1}”) are in 0 to 1; they should be pixels of the image, or faces are cut out wrongly.</source>
        <comment>The landmarks of {} rows, the first is “{}”, are in 0 to 1; they should be pixels of the image, or faces are cut out wrongly.</comment>
        <translation>
            <numerusform>Los puntos de referencia de una fila («{1}») van de 0 a 1; deberían ser píxeles de la imagen, o las caras se recortan mal.</numerusform>
            <numerusform>Los puntos de referencia de {} filas, la primera es «{}», van de 0 a 1; deberían ser píxeles de la imagen, o las caras se recortan mal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The landmarks of one row (“{1}”) have left and right exchanged: the first eye and the first corner of the mouth are those at the left of the image.</source>
        <comment>The landmarks of {} rows, the first is “{}”, have left and right exchanged: the first eye and the first corner of the mouth are those at the left of the image.</comment>
        <translation>
            <numerusform>Los puntos de referencia de una fila («{1}») tienen cambiadas la izquierda y la derecha: el primer ojo y la primera comisura de la boca son los de la izquierda de la imagen.</numerusform>
            <numerusform>Los puntos de referencia de {} filas, la primera es «{}», tienen cambiadas la izquierda y la derecha: el primer ojo y la primera comisura de la boca son los de la izquierda de la imagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The landmarks of one row (“{1}”) lie outside its image.</source>
        <comment>The landmarks of {} rows, the first is “{}”, lie outside their images.</comment>
        <translation>
            <numerusform>Los puntos de referencia de una fila («{1}») están fuera de su imagen.</numerusform>
            <numerusform>Los puntos de referencia de {} filas, la primera es «{}», están fuera de sus imágenes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The largest over the geometric mean of all groups; none: a group has no error</source>
        <translation>El mayor dividido por la media geométrica de todos los grupos; vacío: un grupo no tiene errores</translation>
    </message>
    <message>
        <source>The largest over the smallest</source>
        <translation>El mayor dividido por el menor</translation>
    </message>
    <message>
        <source>The late exaggeration must be positive, for 0 or more iterations.</source>
        <translation>La exageración tardía debe ser positiva, durante 0 o más iteraciones.</translation>
    </message>
    <message>
        <source>The later image</source>
        <translation>La imagen posterior</translation>
    </message>
    <message>
        <source>The layer within the network</source>
        <translation>La capa dentro de la red</translation>
    </message>
    <message>
        <source>The layer “{}” is named twice.</source>
        <translation>La capa «{}» se indica dos veces.</translation>
    </message>
    <message>
        <source>The learning rate must be positive, or 0 for automatic.</source>
        <translation>La velocidad de aprendizaje debe ser positiva, o 0 para que sea automática.</translation>
    </message>
    <message>
        <source>The learning rate must be positive, or 0 for the automatic one.</source>
        <translation>La velocidad de aprendizaje debe ser positiva, o 0 para la automática.</translation>
    </message>
    <message>
        <source>The length of a video must lie between 1 and 12 frames.</source>
        <translation>La longitud de un vídeo debe estar entre 1 y 12 fotogramas.</translation>
    </message>
    <message>
        <source>The limit as the different people of the other project give it</source>
        <translation>El límite según las personas distintas del otro proyecto</translation>
    </message>
    <message>
        <source>The limit as the different people of this project give it</source>
        <translation>El límite según las personas distintas de este proyecto</translation>
    </message>
    <message>
        <source>The limit is high for this network: only {} % of names have random halves with a cosine above {}, so that most people who are in both sets may be missed.</source>
        <translation>El límite es alto para esta red: solo el {} % de los nombres tiene mitades al azar con un coseno superior a {}, de modo que puede pasarse por alto a la mayoría de las personas que están en ambos conjuntos.</translation>
    </message>
    <message>
        <source>The list of networks that may run, “{}”, cannot be read.</source>
        <translation>La lista de redes que se pueden ejecutar, «{}», no se puede leer.</translation>
    </message>
    <message>
        <source>The list of networks that may run, “{}”, is damaged; delete it, and FaceSpace asks again.</source>
        <translation>La lista de redes que se pueden ejecutar, «{}», está dañada; bórrela y FaceSpace volverá a preguntar.</translation>
    </message>
    <message>
        <source>The lists name no people, and there is no “{}”: each template is an identity.</source>
        <translation>Las listas no nombran personas, y no hay «{}»: cada plantilla es una identidad.</translation>
    </message>
    <message>
        <source>The lists name no people: templates that “{}” calls one person are an identity, called by the first of them.</source>
        <translation>Las listas no nombran personas: las plantillas que «{}» llama una misma persona son una identidad, que lleva el nombre de la primera.</translation>
    </message>
    <message>
        <source>The manifest came from standard input: save it, and name it in MANIFEST.</source>
        <translation>El manifiesto llegó por la entrada estándar: guárdelo y nómbrelo en MANIFEST.</translation>
    </message>
    <message>
        <source>The manual, these shortcuts</source>
        <translation>El manual, estos atajos</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>El mapa</translation>
    </message>
    <message>
        <source>The map on which the feature is placed</source>
        <translation>El mapa en que se coloca la característica</translation>
    </message>
    <message>
        <source>The map with other seeds</source>
        <translation>El mapa con otras semillas</translation>
    </message>
    <message>
        <source>The map “{}” is of another network.</source>
        <translation>El mapa «{}» es de otra red.</translation>
    </message>
    <message>
        <source>The mapping of {} names a column “{}” that “{}” does not have; its columns are {}.</source>
        <translation>La asignación de {} nombra una columna «{}» que «{}» no tiene; sus columnas son {}.</translation>
    </message>
    <message>
        <source>The measure</source>
        <translation>La medida</translation>
    </message>
    <message>
        <source>The measure at the last layer less that at the first</source>
        <translation>La medida en la última capa menos la de la primera</translation>
    </message>
    <message>
        <source>The measure of that key</source>
        <translation>La medida con esa clave</translation>
    </message>
    <message>
        <source>The measure over the distance, a point for each image, with medians of tenths, the monotone fit (isotonic regression) and the unconstrained smooth.</source>
        <translation>La medida frente a la distancia, un punto por imagen, con medianas de décimos, el ajuste monótono (regresión isotónica) y el suavizado libre.</translation>
    </message>
    <message>
        <source>The momentum must be at least 0 and below 1.</source>
        <translation>El momento debe ser al menos 0 y menor que 1.</translation>
    </message>
    <message>
        <source>The monotone fit there</source>
        <translation>El ajuste monótono allí</translation>
    </message>
    <message>
        <source>The most alike other identity</source>
        <translation>La otra identidad más parecida</translation>
    </message>
    <message>
        <source>The name “{}” should end in {}.</source>
        <translation>El nombre «{}» debe terminar en {}.</translation>
    </message>
    <message>
        <source>The name “{}” stands in “{}” for {}; give these features another name.</source>
        <translation>El nombre «{}» está en «{}» para {}; dé otro nombre a estas características.</translation>
    </message>
    <message>
        <source>The names of the images are as AgeDB&apos;s (the first is “{}”): identity, age and gender were read from them.</source>
        <translation>Los nombres de las imágenes son como los de AgeDB (el primero es «{}»): de ellos se leyeron identidad, edad y sexo.</translation>
    </message>
    <message>
        <source>The nearest image</source>
        <translation>La imagen más cercana</translation>
    </message>
    <message>
        <source>The nearest images at every step</source>
        <translation>Las imágenes más cercanas en cada paso</translation>
    </message>
    <message>
        <source>The nearest is 1</source>
        <translation>El más cercano es 1</translation>
    </message>
    <message>
        <source>The neighbour, as in the project</source>
        <translation>El vecino, como en el proyecto</translation>
    </message>
    <message>
        <source>The network descriptor “{}” cannot be read.</source>
        <translation>El descriptor de red «{}» no se puede leer.</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has a mean of {} and a std of {}, which are for pixels of 0 to 1; pixels are 0 to 255 here, so write a mean of {} and a std of {}.</source>
        <translation>El descriptor de red «{}» tiene una media (mean) de {} y una desviación (std) de {}, que son para píxeles de 0 a 1; aquí los píxeles van de 0 a 255, así que escriba una media de {} y una desviación de {}.</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has a mean of {} but a std of {}; pixels are 0 to 255 here, and both are on that scale (a std of {}, perhaps).</source>
        <translation>El descriptor de red «{}» tiene una media (mean) de {} pero una desviación (std) de {}; aquí los píxeles van de 0 a 255, y ambas están en esa escala (quizá una desviación de {}).</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has a std of {} but a mean of {}; pixels are 0 to 255 here, and both are on that scale (a mean of {}, perhaps).</source>
        <translation>El descriptor de red «{}» tiene una desviación (std) de {} pero una media (mean) de {}; aquí los píxeles van de 0 a 255, y ambas están en esa escala (quizá una media de {}).</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has a template point at ({:.4g}, {:.4g}), outside its input of {} × {} pixels; were the points made for an input of another size?</source>
        <translation>El descriptor de red «{}» tiene un punto de la plantilla en ({:.4g}, {:.4g}), fuera de su entrada de {} × {} píxeles; ¿se hicieron los puntos para una entrada de otro tamaño?</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has its eyes exchanged: the eye at the left of the image comes first, but the first template point (x = {:.4g}) lies to the right of the second (x = {:.4g}).</source>
        <translation>El descriptor de red «{}» tiene los ojos cambiados: primero va el ojo de la izquierda de la imagen, pero el primer punto de la plantilla (x = {:.4g}) está a la derecha del segundo (x = {:.4g}).</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has template points around x = {:.4g}, away from the middle of its input of {} × {} pixels; were they made for an input of another size? If the network was trained so, add &quot;as_trained&quot;: true.</source>
        <translation>El descriptor de red «{}» tiene los puntos de la plantilla en torno a x = {:.4g}, lejos del centro de su entrada de {} × {} píxeles; ¿se hicieron para una entrada de otro tamaño? Si la red se entrenó así, añada &quot;as_trained&quot;: true.</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has template points for an input of {} × {} pixels, but its input is {} × {}; scaled they are {}.</source>
        <translation>El descriptor de red «{}» tiene puntos de plantilla para una entrada de {} × {} píxeles, pero su entrada es de {} × {}; a su escala son {}.</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has template points of 0 to 1; they are pixels of its input of {} × {}: {}.</source>
        <translation>El descriptor de red «{}» tiene puntos de plantilla de 0 a 1; son píxeles de su entrada de {} × {}: {}.</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has template points whose eyes lie below the mouth; the order is left eye, right eye, nose, left and right corner of the mouth, and y runs downwards.</source>
        <translation>El descriptor de red «{}» tiene puntos de plantilla cuyos ojos están debajo de la boca; el orden es ojo izquierdo, ojo derecho, nariz, comisura izquierda y derecha de la boca, y la y crece hacia abajo.</translation>
    </message>
    <message>
        <source>The network descriptor “{}” has the corners of the mouth exchanged: the one at the left of the image comes first, but the fourth template point (x = {:.4g}) lies to the right of the fifth (x = {:.4g}).</source>
        <translation>El descriptor de red «{}» tiene las comisuras de la boca cambiadas: primero va la de la izquierda de la imagen, pero el cuarto punto de la plantilla (x = {:.4g}) está a la derecha del quinto (x = {:.4g}).</translation>
    </message>
    <message>
        <source>The network descriptor “{}” {}.</source>
        <translation>El descriptor de red «{}» {}.</translation>
    </message>
    <message>
        <source>The network host answered for “{}” with something that is not its protocol: {}.</source>
        <translation>El programa de redes respondió por «{}» con algo que no es de su protocolo: {}.</translation>
    </message>
    <message>
        <source>The network host for “{}” has stopped; start it again.</source>
        <translation>El programa de la red «{}» se ha detenido; inícielo de nuevo.</translation>
    </message>
    <message>
        <source>The network host {} while {} “{}”; {}</source>
        <translation>El programa de redes {} al {} «{}»; {}</translation>
    </message>
    <message>
        <source>The network host “{}” cannot be started: {}.</source>
        <translation>El programa de redes «{}» no se puede iniciar: {}.</translation>
    </message>
    <message>
        <source>The network is no longer in “{}”.</source>
        <translation>La red ya no está en «{}».</translation>
    </message>
    <message>
        <source>The network of the map “{}” is not in the project.</source>
        <translation>La red del mapa «{}» no está en el proyecto.</translation>
    </message>
    <message>
        <source>The network “{}” ({} bytes, SHA-256 {}) is a program that was never allowed to run here; if you trust where it comes from, allow it in the window or with “--trust”.</source>
        <translation>La red «{}» ({} bytes, SHA-256 {}) es un programa que nunca se permitió ejecutar aquí; si se fía de su procedencia, permítala en la ventana o con «--trust».</translation>
    </message>
    <message>
        <source>The network “{}” has no layer “{}”; “network {} --layers” lists them.</source>
        <translation>La red «{}» no tiene la capa «{}»; «network {} --layers» las enumera.</translation>
    </message>
    <message>
        <source>The network “{}” returned NaN or infinity for image {} of a batch.</source>
        <translation>La red «{}» devolvió NaN o infinito para la imagen {} de un lote.</translation>
    </message>
    <message>
        <source>The network “{}” returned NaN or infinity for “{}”; it cannot be used on these images.</source>
        <translation>La red «{}» devolvió NaN o infinito para «{}»; no se puede usar con estas imágenes.</translation>
    </message>
    <message>
        <source>The network “{}” {}.</source>
        <translation>La red «{}» {}.</translation>
    </message>
    <message>
        <source>The network&apos;s descriptor was made: “{}”. Look at it before you trust the features.</source>
        <translation>Se hizo el descriptor de la red: «{}». Mírelo antes de fiarse de las características.</translation>
    </message>
    <message>
        <source>The networks that come with FaceSpace are not where they were installed; install FaceSpace again, or set FACESPACE_RESOURCES to their folder.</source>
        <translation>Las redes que vienen con FaceSpace no están donde se instalaron; instale FaceSpace de nuevo o ponga su carpeta en FACESPACE_RESOURCES.</translation>
    </message>
    <message>
        <source>The next one in the order of shares</source>
        <translation>El siguiente en el orden de las partes</translation>
    </message>
    <message>
        <source>The next page, the one before</source>
        <translation>La página siguiente, la anterior</translation>
    </message>
    <message>
        <source>The number of identities must lie between 1 and 100,000.</source>
        <translation>El número de identidades debe estar entre 1 y 100,000.</translation>
    </message>
    <message>
        <source>The number of iterations must be positive, or 0 for the default.</source>
        <translation>El número de iteraciones debe ser positivo, o 0 para el predeterminado.</translation>
    </message>
    <message>
        <source>The number of the first identity must not be negative.</source>
        <translation>El número de la primera identidad no puede ser negativo.</translation>
    </message>
    <message>
        <source>The numbers of seeds and of neighbours cannot be negative.</source>
        <translation>Los números de semillas y de vecinos no pueden ser negativos.</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>La otra</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>El otro</translation>
    </message>
    <message>
        <source>The other project&apos;s file</source>
        <translation>El archivo del otro proyecto</translation>
    </message>
    <message>
        <source>The other project&apos;s file, with features of the same network</source>
        <translation>El archivo del otro proyecto, con características de la misma red</translation>
    </message>
    <message>
        <source>The pack&apos;s manifest says mean {} and std {}.</source>
        <translation>El manifiesto del paquete dice media {} y desviación {}.</translation>
    </message>
    <message>
        <source>The page in view fills the window, the map small beside it; and back</source>
        <translation>La página a la vista llena la ventana, con el mapa pequeño al lado, y vuelta</translation>
    </message>
    <message>
        <source>The page in view goes by the selected images; the commands take all.</source>
        <translation>La página a la vista se guía por las imágenes seleccionadas; las órdenes toman todas.</translation>
    </message>
    <message>
        <source>The pairs file “{}” cannot be read; check that it exists.</source>
        <translation>El archivo de pares «{}» no se puede leer; compruebe que existe.</translation>
    </message>
    <message>
        <source>The parameters are no JSON object; copy them from a file that was made.</source>
        <translation>Los parámetros no son un objeto JSON; cópielos de un archivo ya creado.</translation>
    </message>
    <message>
        <source>The path “{}” leads out of the images&apos; folder.</source>
        <translation>La ruta «{}» lleva fuera de la carpeta de imágenes.</translation>
    </message>
    <message>
        <source>The path “{}” on {} holds a zero byte.</source>
        <translation>La ruta «{}» en {} contiene un byte cero.</translation>
    </message>
    <message>
        <source>The path “{}” on {} leads out of the images&apos; folder “{}” through a link; give the folder that holds the files themselves, or follow links (--follow-links).</source>
        <translation>La ruta «{}» en {} lleva fuera de la carpeta de imágenes «{}» por un enlace; indique la carpeta que contiene los archivos mismos, o siga los enlaces (--follow-links).</translation>
    </message>
    <message>
        <source>The path “{}” on {} leads out of the images&apos; folder “{}”.</source>
        <translation>La ruta «{}» de {} sale de la carpeta de imágenes «{}».</translation>
    </message>
    <message>
        <source>The path “{}” on {} leads out of the images&apos; folder.</source>
        <translation>La ruta «{}» de {} sale de la carpeta de imágenes.</translation>
    </message>
    <message numerus="yes">
        <source>The pattern does not fit 1 image, which was left out: “{1}”.</source>
        <comment>The pattern does not fit {0} images, which were left out; the first is “{1}”.</comment>
        <translation>
            <numerusform>El patrón no encaja con 1 imagen, que se omitió: «{1}».</numerusform>
            <numerusform>El patrón no encaja con {0} imágenes, que se omitieron; la primera es «{1}».</numerusform>
        </translation>
    </message>
    <message>
        <source>The pattern “{}” fits none of the {} images; the first is “{}”.</source>
        <translation>El patrón «{}» no encaja con ninguna de las {} imágenes; la primera es «{}».</translation>
    </message>
    <message>
        <source>The pattern “{}” has too many parts.</source>
        <translation>El patrón «{}» tiene demasiadas partes.</translation>
    </message>
    <message>
        <source>The pattern “{}” names “{}” twice.</source>
        <translation>El patrón «{}» nombra «{}» dos veces.</translation>
    </message>
    <message>
        <source>The pattern “{}” opens a brace that is never closed.</source>
        <translation>El patrón «{}» abre una llave que nunca se cierra.</translation>
    </message>
    <message>
        <source>The pattern “{}” reads nothing; name what is in a file&apos;s name, as in {{identity}}_{{frame}}.jpg.</source>
        <translation>El patrón «{}» no lee nada; nombre lo que hay en el nombre de un archivo, como en {{identity}}_{{frame}}.jpg.</translation>
    </message>
    <message>
        <source>The penalty chosen inside each fold&apos;s training part</source>
        <translation>La penalización elegida dentro de la parte de entrenamiento de cada partición</translation>
    </message>
    <message>
        <source>The percentile is a number from 0 to 100.</source>
        <translation>El percentil es un número de 0 a 100.</translation>
    </message>
    <message>
        <source>The perplexity must be 1 or more.</source>
        <translation>La perplejidad debe ser 1 o más.</translation>
    </message>
    <message>
        <source>The perplexity must be at least 1, not {}.</source>
        <translation>La perplejidad debe ser al menos 1, no {}.</translation>
    </message>
    <message>
        <source>The perplexity was lowered from {} to {:.1f}, a third of the other images.</source>
        <translation>La perplejidad se bajó de {} a {}, un tercio de las demás imágenes.</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La persona</translation>
    </message>
    <message>
        <source>The person&apos;s change in ten years, as predicted (BLUP)</source>
        <translation>El cambio de la persona en diez años, según la predicción (BLUP)</translation>
    </message>
    <message>
        <source>The person&apos;s score with no time in between, as predicted (BLUP)</source>
        <translation>La puntuación de la persona sin tiempo de por medio, según la predicción (BLUP)</translation>
    </message>
    <message>
        <source>The predictor “{}” cannot be read; check that the file exists.</source>
        <translation>El predictor «{}» no se puede leer; compruebe que el archivo existe.</translation>
    </message>
    <message>
        <source>The preservation of a map</source>
        <translation>La conservación de un mapa</translation>
    </message>
    <message>
        <source>The program “{}” that decodes images was not found beside “{}”; install FaceSpace again.</source>
        <translation>No se encontró el programa «{}», que descodifica imágenes, junto a «{}»; vuelva a instalar FaceSpace.</translation>
    </message>
    <message>
        <source>The program “{}” that runs networks was not found beside “{}”; install FaceSpace again.</source>
        <translation>El programa «{}» que ejecuta las redes no está junto a «{}»; instale FaceSpace de nuevo.</translation>
    </message>
    <message>
        <source>The project has features named “{}” already; choose another name.</source>
        <translation>El proyecto ya tiene características llamadas «{}»; elija otro nombre.</translation>
    </message>
    <message>
        <source>The project has no map yet: compute one first.</source>
        <translation>El proyecto aún no tiene ningún mapa: calcule uno antes.</translation>
    </message>
    <message>
        <source>The project has several maps; name one of {}.</source>
        <translation>El proyecto tiene varios mapas; nombre uno de {}.</translation>
    </message>
    <message>
        <source>The project names “{}” as its network, which is no full path and is not looked for; choose the network&apos;s descriptor.</source>
        <translation>El proyecto nombra «{}» como su red, que no es una ruta completa y no se busca; elija el descriptor de la red.</translation>
    </message>
    <message>
        <source>The project&apos;s note of how faces were cut out is damaged.</source>
        <translation>La nota del proyecto sobre cómo se recortaron las caras está dañada.</translation>
    </message>
    <message>
        <source>The protocol leaves {} genuine and {} impostor pairs with features; both kinds are needed: extract features of the images it names.</source>
        <translation>El protocolo deja {} pares genuinos y {} impostores con características; se necesitan ambos: extraiga las características de las imágenes que nombra.</translation>
    </message>
    <message>
        <source>The quality of a map needs at least 4 images.</source>
        <translation>La calidad de un mapa necesita al menos 4 imágenes.</translation>
    </message>
    <message>
        <source>The record {} of “{}” is damaged, or its index is of another file.</source>
        <translation>El registro {} de «{}» está dañado o su índice es de otro archivo.</translation>
    </message>
    <message>
        <source>The record {} of “{}” is too large: {} bytes.</source>
        <translation>El registro {} de «{}» es demasiado grande: {} bytes.</translation>
    </message>
    <message>
        <source>The regression has no stable solution with these penalties; give larger ones, or leave the choice to the program.</source>
        <translation>La regresión no tiene solución estable con estas penalizaciones; dé otras mayores o deje la elección al programa.</translation>
    </message>
    <message>
        <source>The rendered faces&apos; rows “{}” are not there.</source>
        <translation>Las filas de las caras generadas «{}» no están.</translation>
    </message>
    <message>
        <source>The rest, between images of one person alike in all this, is {}.</source>
        <translation>El resto, entre imágenes de una persona iguales en todo ello, es {}.</translation>
    </message>
    <message>
        <source>The same between identities&apos; centroids</source>
        <translation>Lo mismo entre los centroides de las identidades</translation>
    </message>
    <message>
        <source>The same corrected for the number of features of this identity that vary</source>
        <translation>Lo mismo, corregido por el número de características de esta identidad que varían</translation>
    </message>
    <message>
        <source>The same few folders lie under each of several folders, and were taken for identities; if those above are the people, use --pattern {{identity}}/{{kind}}/* or the import dialog.</source>
        <translation>Las mismas pocas carpetas están bajo cada una de varias carpetas, y se tomaron por identidades; si las personas son las superiores, use --pattern {{identity}}/{{kind}}/* o el diálogo de importación.</translation>
    </message>
    <message>
        <source>The same for people</source>
        <translation>Lo mismo en palabras</translation>
    </message>
    <message>
        <source>The same if ranks were drawn</source>
        <translation>Lo mismo si los rangos se sortearan</translation>
    </message>
    <message>
        <source>The same if the order were drawn: rank over identities</source>
        <translation>Lo mismo si el orden se sorteara: rango dividido por identidades</translation>
    </message>
    <message>
        <source>The same in standard deviations between videos and stills</source>
        <translation>Lo mismo en desviaciones típicas entre vídeos y fotos</translation>
    </message>
    <message>
        <source>The same in the second space</source>
        <translation>Lo mismo en el segundo espacio</translation>
    </message>
    <message>
        <source>The same of the unconstrained smooth</source>
        <translation>Lo mismo con el suavizado sin restricciones</translation>
    </message>
    <message>
        <source>The same picture twice</source>
        <translation>La misma imagen dos veces</translation>
    </message>
    <message>
        <source>The same without what sampling adds; may be below 0</source>
        <translation>Lo mismo sin lo que añade el muestreo; puede ser menor que 0</translation>
    </message>
    <message>
        <source>The same, points joined by straight lines</source>
        <translation>Lo mismo, con los puntos unidos por líneas rectas</translation>
    </message>
    <message>
        <source>The score</source>
        <translation>La puntuación</translation>
    </message>
    <message>
        <source>The score “{}” on line {} of “{}” is not a number.</source>
        <translation>La puntuación «{}» de la línea {} de «{}» no es un número.</translation>
    </message>
    <message>
        <source>The second one</source>
        <translation>La segunda</translation>
    </message>
    <message>
        <source>The share at which a map counts as converged must be at least 0 and below 1.</source>
        <translation>La proporción con la que un mapa se considera convergido debe ser al menos 0 y menor que 1.</translation>
    </message>
    <message>
        <source>The share of impostor pairs of each group that are accepted (FMR), and of its genuine pairs that are rejected (FNMR), at the threshold of all. Less is better.</source>
        <translation>La parte de los pares impostores de cada grupo que se aceptan (FMR), y de sus pares genuinos que se rechazan (FNMR), con el umbral de todos. Menos es mejor.</translation>
    </message>
    <message>
        <source>The share of searches that report the right person first (TPIR) over the share of searches for people who are not enrolled that report someone (FPIR). A curve nearer to the upper left is better.</source>
        <translation>La parte de las búsquedas que señalan primero a la persona correcta (TPIR) frente a la parte de las búsquedas de personas no inscritas que señalan a alguien (FPIR). Cuanto más arriba a la izquierda, mejor.</translation>
    </message>
    <message>
        <source>The share of searches with the right person first among the images of each value of the column (--by), with 95 % intervals, beside chance.</source>
        <translation>La parte de búsquedas con la persona correcta primero entre las imágenes de cada valor de la columna (--by), con intervalos del 95 %, junto al azar.</translation>
    </message>
    <message>
        <source>The share of significant tests of each feature and of each identity, the largest first. It grows with the number of images.</source>
        <translation>Proporción de pruebas significativas de cada característica y de cada identidad, de mayor a menor. Crece con el número de imágenes.</translation>
    </message>
    <message>
        <source>The sizes of differences of shares: {}.</source>
        <translation>Los tamaños de las diferencias de proporciones: {}.</translation>
    </message>
    <message>
        <source>The smooth there</source>
        <translation>La curva suavizada allí</translation>
    </message>
    <message>
        <source>The space, the origin and image quality</source>
        <translation>El espacio, el origen y la calidad de imagen</translation>
    </message>
    <message>
        <source>The step at which a map counts as still must be at least 0 and below 1.</source>
        <translation>El paso con el que un mapa se da por quieto debe ser al menos 0 y menor que 1.</translation>
    </message>
    <message>
        <source>The stored feature is 0</source>
        <translation>La característica guardada es 0</translation>
    </message>
    <message>
        <source>The test needs two identities with both views, and resamples.</source>
        <translation>La prueba necesita dos identidades con ambas vistas, y remuestreos.</translation>
    </message>
    <message>
        <source>The undegraded image no longer gives the stored feature (cosine {:.3f}): the file, or how the face is cut out of it, has changed since the extraction.</source>
        <translation>La imagen sin degradar ya no da la característica guardada (coseno {}): el archivo, o cómo se recorta la cara, ha cambiado desde la extracción.</translation>
    </message>
    <message>
        <source>The videos and stills nearest to the origin, against the rest</source>
        <translation>Los vídeos y fotos más cercanos al origen, frente al resto</translation>
    </message>
    <message>
        <source>The weights “{}” cannot be read: {}.</source>
        <translation>Los pesos «{}» no se pueden leer: {}.</translation>
    </message>
    <message>
        <source>The weights “{}” that the network descriptor “{}” names are not there.</source>
        <translation>Los pesos «{}» que nombra el descriptor de red «{}» no están.</translation>
    </message>
    <message>
        <source>The worst pairs</source>
        <translation>Los peores pares</translation>
    </message>
    <message>
        <source>The yaw column looks reversed: in {} turned images the landmarks turn the other way (rank correlation {:.2f}). Yaw is positive where the nose points to the image&apos;s left; import again with yaw=-COLUMN to turn it round.</source>
        <translation>La columna de guiñada parece invertida: en {} imágenes giradas los puntos de referencia giran al revés (correlación de rangos {}). La guiñada es positiva si la nariz apunta a la izquierda de la imagen; importe de nuevo con yaw=-COLUMNA para darle la vuelta.</translation>
    </message>
    <message>
        <source>The {} numbers of “{}” are read through principal components that hold {} of their variance.</source>
        <translation>Los {} números de «{}» se leen mediante componentes principales que contienen {} de su varianza.</translation>
    </message>
    <message>
        <source>The {} predictor was fitted on the network “{}” and cannot read features of “{}”, whose weights differ; choose that network, or fit a predictor on this one.</source>
        <translation>El predictor de {} se ajustó en la red «{}» y no puede leer características de «{}», cuyos pesos son otros; elija esa red o ajuste un predictor en esta.</translation>
    </message>
    <message>
        <source>The {} predictor was fitted on “{}” with {} features and cannot read {} features; choose that network, or fit a predictor on this one.</source>
        <translation>El predictor de {} se ajustó en «{}» con {} características y no puede leer {}; elija esa red o ajuste un predictor en esta.</translation>
    </message>
    <message>
        <source>Their distances from the origin go together with Spearman&apos;s ρ {} and Kendall&apos;s τ {} (1: the same order).</source>
        <translation>Sus distancias al origen van juntas con una ρ de Spearman de {} y una τ de Kendall de {} (1: el mismo orden).</translation>
    </message>
    <message>
        <source>Their mean</source>
        <translation>Su media</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Allí</translation>
    </message>
    <message>
        <source>There are fewer than two centroids.</source>
        <translation>Hay menos de dos centroides.</translation>
    </message>
    <message>
        <source>There are fewer than two quality scores to compare: measure the images, or join a table of scores.</source>
        <translation>Hay menos de dos puntuaciones de calidad que comparar: mida las imágenes o añada una tabla de puntuaciones.</translation>
    </message>
    <message>
        <source>There are more than 50 million genuine pairs; error-versus-discard curves need fewer images per identity.</source>
        <translation>Hay más de 50 millones de pares genuinos; las curvas de error tras descartar necesitan menos imágenes por identidad.</translation>
    </message>
    <message>
        <source>There are no features of a network “{}”; there are: {}.</source>
        <translation>No hay características de una red «{}»; hay: {}.</translation>
    </message>
    <message>
        <source>There are no features of two layers of one network. “facespace-cli extract PROJECT --network NETWORK --layers LAYER LAYER …” keeps them; “facespace-cli network NETWORK --layers” lists what there is. Features imported under other names are named here, from the input on.</source>
        <translation>No hay características de dos capas de una red. «facespace-cli extract PROJECT --network NETWORK --layers LAYER LAYER …» las guarda; «facespace-cli network NETWORK --layers» enumera las que hay. Las características importadas con otros nombres se nombran aquí, desde la entrada.</translation>
    </message>
    <message>
        <source>There are no features to project: extract features first.</source>
        <translation>No hay características que proyectar: extráigalas antes.</translation>
    </message>
    <message>
        <source>There are no features yet, so no image has neighbours.</source>
        <translation>Aún no hay características, así que ninguna imagen tiene vecinos.</translation>
    </message>
    <message>
        <source>There are no features “{}”.</source>
        <translation>No hay características «{}».</translation>
    </message>
    <message>
        <source>There are no images to write.</source>
        <translation>No hay imágenes que escribir.</translation>
    </message>
    <message>
        <source>There are no ratings; give a table of them (--ratings).</source>
        <translation>No hay valoraciones; indique una tabla de ellas (--ratings).</translation>
    </message>
    <message>
        <source>There are no two images of each of two identities to try the network on.</source>
        <translation>No hay dos imágenes de cada una de dos identidades con las que probar la red.</translation>
    </message>
    <message>
        <source>There are too few images of each person for slopes of their own.</source>
        <translation>Hay demasiado pocas imágenes de cada persona para pendientes propias.</translation>
    </message>
    <message>
        <source>There are too few pairs of each person for slopes of their own: people differ by a constant only.</source>
        <translation>Hay demasiado pocos pares de cada persona para pendientes propias: las personas solo difieren en una constante.</translation>
    </message>
    <message>
        <source>There is no ( for this ).</source>
        <translation>No hay ningún ( para este ).</translation>
    </message>
    <message>
        <source>There is no Pair_list_{}.txt above “{}”; keep CFP&apos;s folders as they are.</source>
        <translation>No hay Pair_list_{}.txt por encima de «{}»; deje las carpetas de CFP como están.</translation>
    </message>
    <message>
        <source>There is no column of numbers “{}”; there are {}.</source>
        <translation>No hay ninguna columna de números «{}»; hay {}.</translation>
    </message>
    <message>
        <source>There is no column of numbers “{}”; there are: {}.</source>
        <translation>No hay ninguna columna de números «{}»; hay: {}.</translation>
    </message>
    <message>
        <source>There is no column “{}” of the images; there are {}.</source>
        <translation>Las imágenes no tienen la columna «{}»; hay {}.</translation>
    </message>
    <message>
        <source>There is no column “{}” that could be the unit of observation; there are {}.</source>
        <translation>No hay ninguna columna «{}» que pudiera ser la unidad de observación; hay {}.</translation>
    </message>
    <message>
        <source>There is no column “{}” that could label classes; there are {}.</source>
        <translation>No hay ninguna columna «{}» que pueda indicar clases; hay {}.</translation>
    </message>
    <message>
        <source>There is no column “{}” to colour by; there are: {}.</source>
        <translation>No hay ninguna columna «{}» por la que colorear; hay: {}.</translation>
    </message>
    <message>
        <source>There is no column “{}” to predict; there are {}.</source>
        <translation>No hay ninguna columna «{}» que predecir; hay {}.</translation>
    </message>
    <message>
        <source>There is no column “{}”.</source>
        <translation>No hay ninguna columna «{}».</translation>
    </message>
    <message>
        <source>There is no column “{}”; a text goes in quotes.</source>
        <translation>No hay ninguna columna «{}»; un texto va entre comillas.</translation>
    </message>
    <message>
        <source>There is no column “{}”; name the column that holds the template of each image.</source>
        <translation>No hay ninguna columna «{}»; nombre la columna que contiene la plantilla de cada imagen.</translation>
    </message>
    <message>
        <source>There is no error for discarding to lower.</source>
        <translation>No hay error que descartar pueda reducir.</translation>
    </message>
    <message>
        <source>There is no field “{}” to map a column to.</source>
        <translation>No hay ningún campo «{}» al que asignar una columna.</translation>
    </message>
    <message>
        <source>There is no figure “{}”.</source>
        <translation>No hay ninguna figura «{}».</translation>
    </message>
    <message>
        <source>There is no folder “{}”.</source>
        <translation>No existe la carpeta «{}».</translation>
    </message>
    <message>
        <source>There is no function “{}”.</source>
        <translation>No hay ninguna función «{}».</translation>
    </message>
    <message>
        <source>There is no image {} in “{}”.</source>
        <translation>No hay imagen {} en «{}».</translation>
    </message>
    <message>
        <source>There is no image {}; the project has {}.</source>
        <translation>No hay ninguna imagen {}; el proyecto tiene {}.</translation>
    </message>
    <message>
        <source>There is no image “{}” in the project.</source>
        <translation>No hay ninguna imagen «{}» en el proyecto.</translation>
    </message>
    <message>
        <source>There is no map method “{}”; use one of {}.</source>
        <translation>No hay ningún método de mapa «{}»; use uno de estos: {}.</translation>
    </message>
    <message>
        <source>There is no map “{}” in the project.</source>
        <translation>No hay ningún mapa «{}» en el proyecto.</translation>
    </message>
    <message>
        <source>There is no map “{}”; there are {}.</source>
        <translation>No hay ningún mapa «{}»; hay {}.</translation>
    </message>
    <message>
        <source>There is no measure “{}” with different values.</source>
        <translation>No hay ninguna medida «{}» con valores distintos.</translation>
    </message>
    <message>
        <source>There is no measure “{}” with different values; there are {}.</source>
        <translation>No hay ninguna medida «{}» con valores distintos; hay {}.</translation>
    </message>
    <message>
        <source>There is no measure “{}”; there are: {}.</source>
        <translation>No hay ninguna medida «{}»; hay: {}.</translation>
    </message>
    <message>
        <source>There is no memory for a figure of {} × {} pixels.</source>
        <translation>No hay memoria para una figura de {} × {} píxeles.</translation>
    </message>
    <message>
        <source>There is no memory for the weights “{}”.</source>
        <translation>No hay memoria para los pesos «{}».</translation>
    </message>
    <message>
        <source>There is no metric “{}”; use euclidean, cosine or centred-cosine.</source>
        <translation>No hay ninguna métrica «{}»; use euclidean, cosine o centred-cosine.</translation>
    </message>
    <message>
        <source>There is no network or map “{}”; there are the networks {} and the maps {}.</source>
        <translation>No hay ninguna red ni ningún mapa «{}»; están las redes {} y los mapas {}.</translation>
    </message>
    <message>
        <source>There is no other project to compare with yet: choose one, in a command by --against.</source>
        <translation>Aún no hay otro proyecto con el que comparar: elija uno, en una orden con --against.</translation>
    </message>
    <message>
        <source>There is no pair of these images to write.</source>
        <translation>No hay ningún par de estas imágenes que escribir.</translation>
    </message>
    <message>
        <source>There is no parameter “{}”; there are: {}.</source>
        <translation>No hay ningún parámetro «{}»; están: {}.</translation>
    </message>
    <message>
        <source>There is no path on {}.</source>
        <translation>No hay ninguna ruta en {}.</translation>
    </message>
    <message>
        <source>There is no row {}: the project has {} images.</source>
        <translation>No hay ninguna fila {}: el proyecto tiene {} imágenes.</translation>
    </message>
    <message>
        <source>There is no t-SNE preset “{}”; use one of {}.</source>
        <translation>No hay ningún ajuste de t-SNE «{}»; use uno de {}.</translation>
    </message>
    <message>
        <source>There is no trait to be predicted.</source>
        <translation>No hay ningún rasgo que predecir.</translation>
    </message>
    <message>
        <source>There is no yaw, which views are ranges of; leave out “view”.</source>
        <translation>No hay guiñada, de la que las vistas son intervalos; quite «view».</translation>
    </message>
    <message>
        <source>There is not enough memory for the content of “{}”.</source>
        <translation>No hay memoria suficiente para el contenido de «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory for the features of “{}”.</source>
        <translation>No hay memoria suficiente para las características de «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory for the pairs of “{}”.</source>
        <translation>No hay memoria suficiente para los pares de «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory for the {} × {} values of {}.</source>
        <translation>No hay memoria suficiente para los {} × {} valores de {}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this image.</source>
        <translation>No hay memoria suficiente para esta imagen.</translation>
    </message>
    <message>
        <source>There is not enough memory for {}.</source>
        <translation>No hay memoria suficiente para {}.</translation>
    </message>
    <message>
        <source>There is not enough memory to decode “{}”.</source>
        <translation>No hay memoria suficiente para decodificar «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to import this image set.</source>
        <translation>No hay memoria suficiente para importar este conjunto de imágenes.</translation>
    </message>
    <message>
        <source>There is not enough memory to list the images of “{}”.</source>
        <translation>No hay memoria suficiente para listar las imágenes de «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to list “{}”.</source>
        <translation>No hay memoria suficiente para listar «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to look for faces in this image.</source>
        <translation>No hay memoria suficiente para buscar caras en esta imagen.</translation>
    </message>
    <message>
        <source>There is not enough memory to open a project.</source>
        <translation>No hay memoria suficiente para abrir un proyecto.</translation>
    </message>
    <message>
        <source>There is not enough memory to open “{}”.</source>
        <translation>No hay memoria suficiente para abrir «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to read the image {} of “{}”.</source>
        <translation>No hay memoria suficiente para leer la imagen {} de «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to read the index of “{}”.</source>
        <translation>No hay memoria suficiente para leer el índice de «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to read the record {} of “{}”.</source>
        <translation>No hay memoria suficiente para leer el registro {} de «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to read “{}” in “{}”.</source>
        <translation>No hay memoria suficiente para leer «{}» en «{}».</translation>
    </message>
    <message>
        <source>There is not enough memory to read “{}”.</source>
        <translation>No hay memoria suficiente para leer «{}».</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>No hay nada que dibujar.</translation>
    </message>
    <message>
        <source>There is nothing to import: give a folder of images or a manifest.</source>
        <translation>No hay nada que importar: indique una carpeta de imágenes o un manifiesto.</translation>
    </message>
    <message>
        <source>There is one map only: make another one to compare.</source>
        <translation>Solo hay un mapa: cree otro para comparar.</translation>
    </message>
    <message>
        <source>There is one network only, and no second map: extract features with a second network, or make another map, to compare.</source>
        <translation>Solo hay una red y ningún segundo mapa: extraiga características con una segunda red, o cree otro mapa, para comparar.</translation>
    </message>
    <message>
        <source>There is one network only, or too few identities.</source>
        <translation>Solo hay una red, o demasiado pocas identidades.</translation>
    </message>
    <message>
        <source>There is one network only.</source>
        <translation>Solo hay una red.</translation>
    </message>
    <message>
        <source>There is one network only: extract features with a second one to compare.</source>
        <translation>Solo hay una red: extraiga características con una segunda para comparar.</translation>
    </message>
    <message>
        <source>There should be a value for each column.</source>
        <translation>Debería haber un valor por cada columna.</translation>
    </message>
    <message>
        <source>These features have {} values a row, but the PCA was made from {}.</source>
        <translation>Estas características tienen {} valores por fila, pero el PCA se hizo con {}.</translation>
    </message>
    <message>
        <source>These images are rendered faces, made by a program: they show no person, and what is found on them need not hold for photographs.</source>
        <translation>Estas imágenes son caras generadas, hechas por un programa: no muestran a ninguna persona, y lo que se halle en ellas no tiene por qué valer para fotografías.</translation>
    </message>
    <message>
        <source>This expression is nested too deeply.</source>
        <translation>Esta expresión está anidada demasiado profundamente.</translation>
    </message>
    <message>
        <source>This expression is too long.</source>
        <translation>Esta expresión es demasiado larga.</translation>
    </message>
    <message>
        <source>This format is not known.</source>
        <translation>Este formato no se conoce.</translation>
    </message>
    <message>
        <source>This is a number: compare it, as in … &gt; 0.</source>
        <translation>Esto es un número: compárelo, como en … &gt; 0.</translation>
    </message>
    <message>
        <source>This is a text: compare it, as in … == &quot;…&quot;.</source>
        <translation>Esto es un texto: compárelo, como en … == &quot;…&quot;.</translation>
    </message>
    <message>
        <source>This network returns vectors of length 1: all distances are the same.</source>
        <translation>Esta red devuelve vectores de longitud 1: todas las distancias son iguales.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Este número es demasiado grande.</translation>
    </message>
    <message>
        <source>This project holds labels without images, and a probe has to look at the image itself.</source>
        <translation>Este proyecto contiene etiquetas sin imágenes, y una sonda tiene que mirar la propia imagen.</translation>
    </message>
    <message>
        <source>This project holds labels without images, so there is no folder to name.</source>
        <translation>Este proyecto contiene etiquetas sin imágenes, así que no hay carpeta que indicar.</translation>
    </message>
    <message>
        <source>This project holds labels without images, so there is nothing to extract features from.</source>
        <translation>Este proyecto contiene etiquetas sin imágenes, así que no hay de dónde extraer características.</translation>
    </message>
    <message>
        <source>This project holds labels without images: there is nothing to copy.</source>
        <translation>Este proyecto contiene etiquetas sin imágenes: no hay nada que copiar.</translation>
    </message>
    <message>
        <source>Those compared as pictures</source>
        <translation>Las que se compararon como imágenes</translation>
    </message>
    <message>
        <source>Those in which it comes first</source>
        <translation>Aquellas en que queda primera</translation>
    </message>
    <message>
        <source>Thresholds are found again on all pairs only, not on the pairs of a protocol.</source>
        <translation>Los umbrales solo se buscan de nuevo con todas las parejas, no con las de un protocolo.</translation>
    </message>
    <message>
        <source>Thresholds found again</source>
        <translation>Umbrales calculados de nuevo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Time between the two images (years)</source>
        <translation>Tiempo entre las dos imágenes (años)</translation>
    </message>
    <message>
        <source>Time in between</source>
        <translation>Tiempo de por medio</translation>
    </message>
    <message>
        <source>Time is not only age: cameras, light and pose of later images differ, too, and are not told apart from it.</source>
        <translation>El tiempo no es solo edad: también difieren las cámaras, la luz y la pose de las imágenes posteriores, y no se distinguen de él.</translation>
    </message>
    <message>
        <source>Tip of the nose</source>
        <translation>Punta de la nariz</translation>
    </message>
    <message>
        <source>To the centroid of its identity&apos;s other images</source>
        <translation>Con el centroide de las otras imágenes de su identidad</translation>
    </message>
    <message>
        <source>To the centroid of the nearest identity</source>
        <translation>Con el centroide de la identidad más cercana</translation>
    </message>
    <message>
        <source>To what view dependence belongs, by the interval of the difference</source>
        <translation>A qué pertenece la dependencia de la vista, por el intervalo de la diferencia</translation>
    </message>
    <message>
        <source>Tree of centroids</source>
        <translation>Árbol de centroides</translation>
    </message>
    <message>
        <source>Trust (1 is best)</source>
        <translation>Confianza (1 es lo mejor)</translation>
    </message>
    <message>
        <source>Trustworthiness</source>
        <translation>Fiabilidad</translation>
    </message>
    <message>
        <source>Two names that look like one person</source>
        <translation>Dos nombres que parecen una persona</translation>
    </message>
    <message>
        <source>Two networks over the same pairs, first less second</source>
        <translation>Dos redes con los mismos pares, primera menos segunda</translation>
    </message>
    <message>
        <source>Two networks, or two maps, beside each other</source>
        <translation>Dos redes, o dos mapas, uno junto a otro</translation>
    </message>
    <message>
        <source>Two people under one name</source>
        <translation>Dos personas con un nombre</translation>
    </message>
    <message>
        <source>Two people under one name: each name&apos;s images are cut in two, and {} of {} names have halves with a cosine below {}.</source>
        <translation>Dos personas con un nombre: las imágenes de cada nombre se parten en dos, y {} de {} nombres tienen mitades con un coseno por debajo de {}.</translation>
    </message>
    <message>
        <source>Two spaces of the same images</source>
        <translation>Dos espacios de las mismas imágenes</translation>
    </message>
    <message>
        <source>Two-sided p of no change</source>
        <translation>p bilateral de que no hay cambio</translation>
    </message>
    <message>
        <source>Two-sided p of no effect</source>
        <translation>p bilateral de que no hay efecto</translation>
    </message>
    <message>
        <source>Two-sided p of that t; null: the feature has the same mean in both views of this identity</source>
        <translation>p bilateral de esa t; hipótesis nula: la característica tiene la misma media en ambas vistas de esta identidad</translation>
    </message>
    <message>
        <source>Two-sided p-value</source>
        <translation>Valor p bilateral</translation>
    </message>
    <message>
        <source>Type a filter, clear it</source>
        <translation>Escribir un filtro, quitarlo</translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation>UMAP</translation>
    </message>
    <message>
        <source>UMAP needs at least 2 neighbours.</source>
        <translation>UMAP necesita al menos 2 vecinos.</translation>
    </message>
    <message>
        <source>UMAP&apos;s epochs, negative samples and learning rate cannot be negative.</source>
        <translation>Las épocas, las muestras negativas y la velocidad de aprendizaje de UMAP no pueden ser negativas.</translation>
    </message>
    <message>
        <source>UMAP&apos;s minimum distance must be between 0 and the spread.</source>
        <translation>La distancia mínima de UMAP debe estar entre 0 y la dispersión.</translation>
    </message>
    <message>
        <source>UMAP, neighbours {:g}.</source>
        <translation>UMAP, vecinos {}.</translation>
    </message>
    <message>
        <source>UMAP.</source>
        <translation>UMAP.</translation>
    </message>
    <message>
        <source>Unbiased CKA of the images is {} (0: nothing in common, 1: the same but for rotation and scale).</source>
        <translation>El CKA insesgado de las imágenes es {} (0: nada en común, 1: lo mismo salvo giro y escala).</translation>
    </message>
    <message>
        <source>Under which name its features are kept</source>
        <translation>Con qué nombre se guardan sus características</translation>
    </message>
    <message>
        <source>Under-exposed pixels</source>
        <translation>Píxeles subexpuestos</translation>
    </message>
    <message>
        <source>Under-exposure prevention (0–100)</source>
        <translation>Prevención de la subexposición (0–100)</translation>
    </message>
    <message>
        <source>Undo and redo selection, filter, colouring, tags and view</source>
        <translation>Deshacer y rehacer selección, filtro, coloración, marcas y vista</translation>
    </message>
    <message>
        <source>Unit axis that it is nearest to, from 0</source>
        <translation>Eje de unidad al que está más cerca, desde 0</translation>
    </message>
    <message>
        <source>Unit of the predictor</source>
        <translation>Unidad del predictor</translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation>Unidad del objetivo</translation>
    </message>
    <message>
        <source>Units drawn at random</source>
        <translation>Unidades tomadas al azar</translation>
    </message>
    <message>
        <source>Units there are</source>
        <translation>Unidades que hay</translation>
    </message>
    <message>
        <source>Units, the largest effect first</source>
        <translation>Unidades, el mayor efecto primero</translation>
    </message>
    <message>
        <source>Up to three columns of images, and “view”, |yaw| in ranges of 30°; empty: illumination and view where they are known; none: no conditions</source>
        <translation>Hasta tres columnas de imágenes, y «view», |guiñada| en intervalos de 30°; vacío: iluminación y vista donde se conocen; none: sin condiciones</translation>
    </message>
    <message>
        <source>Upper edge of the bin</source>
        <translation>Borde superior del intervalo</translation>
    </message>
    <message>
        <source>Upper end of that band</source>
        <translation>Extremo superior de esa banda</translation>
    </message>
    <message>
        <source>Upper end of that interval</source>
        <translation>Extremo superior de ese intervalo</translation>
    </message>
    <message>
        <source>V, R, L, B</source>
        <translation>V, R, L, B</translation>
    </message>
    <message>
        <source>Value from which on the measure is poor</source>
        <translation>Valor desde el que la medida es pobre</translation>
    </message>
    <message>
        <source>Variance between classes, without what sampling adds, over variance, of all units together</source>
        <translation>Varianza entre clases, sin lo que añade el muestreo, dividida por la varianza, de todas las unidades juntas</translation>
    </message>
    <message>
        <source>Variance of</source>
        <translation>Varianza de</translation>
    </message>
    <message>
        <source>Variance of the squared effects over identities minus that over features, resampled (pigeonhole bootstrap): right of 0 identities vary more; where the middle 95 % hold 0 the images cannot tell.</source>
        <translation>Varianza de los efectos al cuadrado entre identidades menos la de entre características, remuestreada (bootstrap de palomar): a la derecha del 0 las identidades varían más; si el 95 % central contiene el 0, las imágenes no permiten decirlo.</translation>
    </message>
    <message>
        <source>Variance over identities − over features, of squared effects</source>
        <translation>Varianza entre identidades − entre características, de efectos al cuadrado</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Videos and stills that these are</source>
        <translation>Vídeos y fotos que son</translation>
    </message>
    <message>
        <source>Videos and stills that these images are</source>
        <translation>Vídeos y fotos que son estas imágenes</translation>
    </message>
    <message>
        <source>Videos and stills that they are from</source>
        <translation>Vídeos y fotos de los que son</translation>
    </message>
    <message>
        <source>View dependence</source>
        <translation>Dependencia de la vista</translation>
    </message>
    <message>
        <source>View dependence: a property of identities or of features</source>
        <translation>Dependencia de la vista: propiedad de las identidades o de las características</translation>
    </message>
    <message>
        <source>View-dependent or view-invariant</source>
        <translation>Dependiente o independiente de la vista</translation>
    </message>
    <message>
        <source>Views need at least 2 images each, a frontal limit below the profile limit, a significance level between 0 and 1, and no negative number of permutations.</source>
        <translation>Las vistas necesitan al menos 2 imágenes cada una, un límite frontal menor que el de perfil, un nivel de significación entre 0 y 1 y un número de permutaciones no negativo.</translation>
    </message>
    <message>
        <source>Welch&apos;s t of the feature of that number</source>
        <translation>t de Welch de la característica con ese número</translation>
    </message>
    <message>
        <source>Welch&apos;s t, frontal against profile</source>
        <translation>t de Welch, frente contra perfil</translation>
    </message>
    <message>
        <source>Welch–Satterthwaite degrees of freedom</source>
        <translation>Grados de libertad de Welch-Satterthwaite</translation>
    </message>
    <message>
        <source>What a layer without it has</source>
        <translation>Lo que tiene una capa sin ello</translation>
    </message>
    <message>
        <source>What a straight line reads from each layer of a network, on people it was not fitted to: identity by AUC, numbers by R², classes by balanced accuracy (after Dhar et al. 2020).</source>
        <translation>Lo que una recta lee de cada capa de una red, en personas a las que no se ajustó: la identidad por AUC, los números por R², las clases por exactitud equilibrada (según Dhar et al. 2020).</translation>
    </message>
    <message>
        <source>What any fall may reach</source>
        <translation>Lo que puede alcanzar cualquier caída</translation>
    </message>
    <message>
        <source>What any rise may reach</source>
        <translation>Lo que puede alcanzar cualquier subida</translation>
    </message>
    <message>
        <source>What becomes of a face needs two values of its degradation or more.</source>
        <translation>Para ver qué pasa con una cara hacen falta al menos dos valores de su degradación.</translation>
    </message>
    <message>
        <source>What becomes of a feature as its image is made worse</source>
        <translation>Qué ocurre con una característica al empeorar su imagen</translation>
    </message>
    <message>
        <source>What becomes of an image&apos;s feature as the face is turned, covered, darkened, blurred, shrunk or compressed: distance, cosine to the stored feature (1 is the same) and prediction at each step.</source>
        <translation>Qué pasa con la característica de una imagen al girar, tapar, oscurecer, desenfocar, reducir o comprimir la cara: distancia, coseno con la característica guardada (1 es la misma) y predicción en cada paso.</translation>
    </message>
    <message>
        <source>What both projects have</source>
        <translation>Lo que ambos proyectos tienen</translation>
    </message>
    <message>
        <source>What can come next, take the first</source>
        <translation>Qué puede seguir, tomar lo primero</translation>
    </message>
    <message>
        <source>What could not be computed, and why</source>
        <translation>Lo que no se pudo calcular, y por qué</translation>
    </message>
    <message>
        <source>What factors do only together holds {}.</source>
        <translation>Lo que los factores hacen solo juntos tiene {}.</translation>
    </message>
    <message>
        <source>What goes with the distance from the origin, or with any number, when the others are held fixed and people and videos have effects of their own (linear mixed model, REML; Bates et al. 2015): in standard deviations; 0 is nothing.</source>
        <translation>Qué va con la distancia al origen, o con cualquier número, cuando lo demás está fijo y las personas y los vídeos tienen efectos propios (modelo lineal mixto, REML; Bates et al. 2015): en desviaciones típicas; 0 es nada.</translation>
    </message>
    <message>
        <source>What images in random places would share</source>
        <translation>Lo que compartirían imágenes en lugares al azar</translation>
    </message>
    <message>
        <source>What is a branch of the tree</source>
        <translation>Qué es una rama del árbol</translation>
    </message>
    <message>
        <source>What is averaged: the distance from the origin, or a measure of quality</source>
        <translation>De qué es la media: la distancia al origen, o una medida de calidad</translation>
    </message>
    <message>
        <source>What is coded where: layers</source>
        <translation>Qué se codifica dónde: capas</translation>
    </message>
    <message>
        <source>What is explained</source>
        <translation>Lo que se explica</translation>
    </message>
    <message>
        <source>What is explained: “distance” from the origin, a measure of quality, or any column of numbers</source>
        <translation>Qué se explica: la distancia al origen («distance»), una medida de calidad o cualquier columna de números</translation>
    </message>
    <message>
        <source>What is fitted, and what its penalty is</source>
        <translation>Qué se ajusta, y cuál es su penalización</translation>
    </message>
    <message>
        <source>What is missing, or to be careful about</source>
        <translation>Qué falta, o con qué hay que tener cuidado</translation>
    </message>
    <message>
        <source>What is nested in what</source>
        <translation>Qué está anidado en qué</translation>
    </message>
    <message>
        <source>What is predicted</source>
        <translation>Lo que se predice</translation>
    </message>
    <message>
        <source>What is read besides identity: yaw, pitch, media, measures of quality, columns; empty: the usual ones</source>
        <translation>Qué se lee además de la identidad: yaw, pitch, media, medidas de calidad, columnas; vacío: lo habitual</translation>
    </message>
    <message>
        <source>What is read from each layer</source>
        <translation>Lo que se lee de cada capa</translation>
    </message>
    <message>
        <source>What it is explained by does not vary, or one of it follows from the others; leave one out.</source>
        <translation>Lo que explica no varía, o una parte se sigue de las demás; deje una fuera.</translation>
    </message>
    <message>
        <source>What linear predictors read from the features of people that they were not fitted to: ridge regression for numbers, linear discriminant analysis for classes.</source>
        <translation>Lo que predictores lineales leen de las características de personas con las que no se ajustaron: regresión ridge para números, análisis discriminante lineal para clases.</translation>
    </message>
    <message>
        <source>What points in random places would keep, k / (N − 1)</source>
        <translation>Lo que conservarían puntos en lugares al azar, k / (N − 1)</translation>
    </message>
    <message>
        <source>What random subsets of units tell</source>
        <translation>Lo que dicen subconjuntos de unidades al azar</translation>
    </message>
    <message>
        <source>What so many units drawn at random tell: AUC of identity (0.5 by chance), balanced accuracy of classes, and mean error of yaw, all on people who were not fitted to.</source>
        <translation>Lo que dicen tantas unidades tomadas al azar: AUC de la identidad (0.5 por azar), exactitud equilibrada de las clases y error medio de la guiñada, todo en personas a las que no se ajustó.</translation>
    </message>
    <message>
        <source>What spaces that have nothing in common have on average; none: it depends on them</source>
        <translation>Lo que tienen de media espacios sin nada en común; vacío: depende de ellos</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>Qué significan las columnas</translation>
    </message>
    <message>
        <source>What the features say about the image</source>
        <translation>Lo que las características dicen de la imagen</translation>
    </message>
    <message>
        <source>What the images let be seen</source>
        <translation>Lo que las imágenes dejan ver</translation>
    </message>
    <message>
        <source>What the measure does as the distance grows</source>
        <translation>Qué hace la medida cuando crece la distancia</translation>
    </message>
    <message>
        <source>What to be careful about</source>
        <translation>Con qué hay que tener cuidado</translation>
    </message>
    <message>
        <source>What “{}” says of the shard that it is cannot be read; make the shard again.</source>
        <translation>No se puede leer lo que «{}» dice de qué parte es; vuelva a hacer la parte.</translation>
    </message>
    <message>
        <source>Where the fit is taken</source>
        <translation>Dónde se toma el ajuste</translation>
    </message>
    <message>
        <source>Where the labels come from</source>
        <translation>De dónde vienen las etiquetas</translation>
    </message>
    <message>
        <source>Where the variance is</source>
        <translation>Dónde está la varianza</translation>
    </message>
    <message>
        <source>Where yaw comes from</source>
        <translation>De dónde viene la guiñada</translation>
    </message>
    <message>
        <source>Where {} of searches for people who are not enrolled report someone (FPIR), the right person is reported first in {} (TPIR).</source>
        <translation>Cuando {} de las búsquedas de personas no inscritas señalan a alguien (FPIR), la persona correcta se señala primera en {} (TPIR).</translation>
    </message>
    <message>
        <source>Where “{}” is {}, the right one of {} comes first in {} of {} searches.</source>
        <translation>Donde «{}» es {}, la correcta de {} sale primero en {} de {} búsquedas.</translation>
    </message>
    <message>
        <source>Where “{}” is {}: {}</source>
        <translation>Donde «{}» es {}: {}</translation>
    </message>
    <message>
        <source>Whether a face&apos;s own profile is predicted</source>
        <translation>Si se predice el propio perfil de una cara</translation>
    </message>
    <message>
        <source>Whether a feature differs between frontal and profile images of a person, and whether that belongs to people or to features: squared effects (Cohen&apos;s d² without chance; 0 is none) and Welch&apos;s t-tests.</source>
        <translation>Si una característica difiere entre imágenes frontales y de perfil de una persona, y si eso es propio de las personas o de las características: efectos al cuadrado (d² de Cohen sin el azar; 0 es ninguno) y pruebas t de Welch.</translation>
    </message>
    <message>
        <source>Whether a name is two people cannot be told: here the images of one person differ as much as those of two (cosine of halves {} and {}).</source>
        <translation>No se puede saber si un nombre son dos personas: aquí las imágenes de una persona difieren tanto como las de dos (coseno de las mitades {} y {}).</translation>
    </message>
    <message>
        <source>Whether a name is two people cannot be told: only {} names can be cut in two halves of two images, and ten are needed to know what is usual here; set a limit (--mixed-below).</source>
        <translation>No se puede saber si un nombre son dos personas: solo {} nombres se pueden partir en dos mitades de dos imágenes, y hacen falta diez para saber qué es lo usual aquí; fije un límite (--mixed-below).</translation>
    </message>
    <message>
        <source>Whether both have the same name</source>
        <translation>Si ambas tienen el mismo nombre</translation>
    </message>
    <message>
        <source>Whether each is the other&apos;s nearest; else one has another nearest</source>
        <translation>Si cada una es la más cercana de la otra; si no, una tiene otra más cercana</translation>
    </message>
    <message>
        <source>Whether errors differ between groups of images as a column labels them: rates of false matches and false non-matches at one threshold for all, their largest over the geometric mean and over the smallest (NISTIR 8280, NISTIR 8429), 1 where all are alike.</source>
        <translation>Si los errores difieren entre grupos de imágenes según una columna: tasas de falsas coincidencias y falsas no coincidencias con un umbral para todos, la mayor sobre la media geométrica y sobre la menor (NISTIR 8280, NISTIR 8429), 1 si todas son iguales.</translation>
    </message>
    <message>
        <source>Whether identities are in both sets cannot be told: either set has fewer than about thirty, or different people are too alike; set a limit (--identities-above).</source>
        <translation>No se puede decir si hay identidades en ambos conjuntos: cada uno tiene menos de unas treinta, o personas distintas se parecen demasiado; fije un límite (--identities-above).</translation>
    </message>
    <message>
        <source>Whether identity, classes and view are in single units of the features, in few or in all together: variance between classes over variance of each unit (η²), and what random subsets of units tell (Parde et al. 2021).</source>
        <translation>Si la identidad, las clases y la vista están en unidades sueltas de las características, en pocas o en todas juntas: varianza entre clases sobre la varianza de cada unidad (η²), y qué dicen subconjuntos de unidades al azar (Parde et al. 2021).</translation>
    </message>
    <message>
        <source>Whether images near each other are of one class, one identity, one light or one view: variance components of the features (nested analysis of variance), mean cosines of pairs by what they have in common, and a tree of centroids (after Hill et al. 2019).</source>
        <translation>Si las imágenes cercanas entre sí son de una clase, una identidad, una luz o una vista: componentes de la varianza de las características (análisis de la varianza anidado), cosenos medios de los pares según lo que tienen en común, y un árbol de centroides (según Hill et al. 2019).</translation>
    </message>
    <message>
        <source>Whether it is the image&apos;s own</source>
        <translation>Si es la de la imagen</translation>
    </message>
    <message>
        <source>Whether it may be the best, all comparisons with that of least area taken together</source>
        <translation>Si puede ser la mejor, con todas las comparaciones con la de menor área a la vez</translation>
    </message>
    <message>
        <source>Whether poor is that or more, or that or less</source>
        <translation>Si pobre es eso o más, o eso o menos</translation>
    </message>
    <message>
        <source>Whether ten of the pairs are accepted</source>
        <translation>Si se aceptan diez de los pares</translation>
    </message>
    <message>
        <source>Whether that interval is above 0</source>
        <translation>Si ese intervalo es mayor que 0</translation>
    </message>
    <message>
        <source>Whether the first&apos;s neighbour is one of the second&apos;s</source>
        <translation>Si el vecino de la primera es uno de los de la segunda</translation>
    </message>
    <message>
        <source>Whether the last layer tells more or less of “{}” than the first, these images cannot tell.</source>
        <translation>Estas imágenes no permiten decir si la última capa dice más o menos de «{}» que la primera.</translation>
    </message>
    <message>
        <source>Whether the second&apos;s neighbour is one of the first&apos;s</source>
        <translation>Si el vecino de la segunda es uno de los de la primera</translation>
    </message>
    <message>
        <source>Whether there are impostor pairs enough for this rate: 10 / target</source>
        <translation>Si hay suficientes pares impostores para esta tasa: 10 / pedida</translation>
    </message>
    <message>
        <source>Whether there are searches enough for this rate: 10 / target</source>
        <translation>Si hay suficientes búsquedas para esta tasa: 10 / pedida</translation>
    </message>
    <message>
        <source>Whether these are the same images, searched for again with their own identity not enrolled</source>
        <translation>Si son las mismas imágenes, buscadas de nuevo sin su propia identidad inscrita</translation>
    </message>
    <message>
        <source>Whether this is the stored feature, for which the network was not run</source>
        <translation>Si es la característica guardada, para la que no se ejecutó la red</translation>
    </message>
    <message>
        <source>Whether two names are one person cannot be told: there are fewer than ten names with two images, or names are as alike as the images of one; set a limit (--same-above).</source>
        <translation>No se puede saber si dos nombres son una persona: hay menos de diez nombres con dos imágenes, o los nombres se parecen tanto como las imágenes de uno; fije un límite (--same-above).</translation>
    </message>
    <message>
        <source>Whether two networks are the same space, whatever their axes: ρ of distances between people (RSA), unbiased CKA of images, and R² after rotation (Procrustes), from 0 (nothing in common) to 1 (the same); and whether a network is near to ratings by people.</source>
        <translation>Si dos redes son el mismo espacio, sean cuales sean sus ejes: ρ de las distancias entre personas (RSA), CKA insesgado de las imágenes y R² tras girar (Procrustes), de 0 (nada en común) a 1 (lo mismo); y si una red se acerca a las valoraciones de personas.</translation>
    </message>
    <message>
        <source>Whether “{}” is in the units cannot be told: its effect is {}.</source>
        <translation>No se puede decir si «{}» está en las unidades: su efecto es {}.</translation>
    </message>
    <message>
        <source>Which image of such a name is in which half</source>
        <translation>Qué imagen de tal nombre está en qué mitad</translation>
    </message>
    <message>
        <source>Which images are enrolled: a filter (split == &quot;gallery&quot;), or a file that lists them or their templates; empty: each image is held against all others but those of its own video</source>
        <translation>Qué imágenes se inscriben: un filtro (split == &quot;gallery&quot;), o un archivo que las enumera o sus plantillas; vacío: cada imagen se compara con todas las demás salvo las de su propio vídeo</translation>
    </message>
    <message>
        <source>Which images are searched for, a filter or a file; empty: all that are not enrolled</source>
        <translation>Qué imágenes se buscan, un filtro o un archivo; vacío: todas las no inscritas</translation>
    </message>
    <message>
        <source>Which is better and how much, by the end of the interval that is nearer to 0; or “cannot tell”</source>
        <translation>Cuál es mejor y cuánto, por el extremo del intervalo más cercano a 0; o «no se puede decir»</translation>
    </message>
    <message>
        <source>Which pairs were compared</source>
        <translation>Qué pares se compararon</translation>
    </message>
    <message>
        <source>Which quality score is best for this network</source>
        <translation>Qué puntuación de calidad es la mejor para esta red</translation>
    </message>
    <message>
        <source>Which score is best at FMR {} cannot be told without intervals (--leave-out).</source>
        <translation>Qué puntuación es la mejor con FMR {} no se puede decir sin intervalos (--leave-out).</translation>
    </message>
    <message>
        <source>Who and what is in both projects, whatever it is called there: identities that are each other&apos;s nearest with a cosine that different people do not reach by chance, and images of one picture.</source>
        <translation>Quién y qué está en ambos proyectos, se llame como se llame allí: identidades que son la más cercana una de la otra, con un coseno que personas distintas no alcanzan por azar, e imágenes de una misma foto.</translation>
    </message>
    <message>
        <source>Who is found</source>
        <translation>A quién se encuentra</translation>
    </message>
    <message>
        <source>Who is taken for whom</source>
        <translation>A quién se toma por quién</translation>
    </message>
    <message>
        <source>Whose cosines are compared with the ratings</source>
        <translation>De quién son los cosenos que se comparan con las valoraciones</translation>
    </message>
    <message>
        <source>Whose features are compared</source>
        <translation>De quién son las características que se comparan</translation>
    </message>
    <message>
        <source>Whose features are looked at</source>
        <translation>De quién son las características que se miran</translation>
    </message>
    <message>
        <source>Whose features it is about</source>
        <translation>De quién son las características de las que trata</translation>
    </message>
    <message>
        <source>Whose features it shows</source>
        <translation>De quién son las características que muestra</translation>
    </message>
    <message>
        <source>Whose features were compared</source>
        <translation>De quién son las características que se compararon</translation>
    </message>
    <message>
        <source>Whose features were read</source>
        <translation>De quién son las características que se leyeron</translation>
    </message>
    <message>
        <source>Whose units</source>
        <translation>De quién son las unidades</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>With one identity nothing can be said of identities against features; import more identities with both views.</source>
        <translation>Con una sola identidad no se puede decir nada de identidades frente a características; importe más identidades con ambas vistas.</translation>
    </message>
    <message>
        <source>With the layer “{}” the features have more than {} numbers; take fewer layers at once.</source>
        <translation>Con la capa «{}» las características tienen más de {} números; tome menos capas a la vez.</translation>
    </message>
    <message>
        <source>With two folds the penalty is chosen on random halves of the training fold, which may share an identity; the reported errors are still on identities not fitted to.</source>
        <translation>Con dos particiones la penalización se elige en mitades al azar de la partición de ajuste, que pueden compartir una identidad; los errores indicados siguen siendo de identidades a las que no se ajustó.</translation>
    </message>
    <message>
        <source>With two folds: half of its fold, on which the other&apos;s penalty is chosen</source>
        <translation>Con dos particiones: mitad de la suya, con la que se elige la penalización de la otra</translation>
    </message>
    <message>
        <source>With {} images the perplexity can be at most {:.0f}, a third of the other images; more is lowered to that.</source>
        <translation>Con {} imágenes la perplejidad puede ser como mucho {}, un tercio de las demás imágenes; si es mayor se reduce a ese valor.</translation>
    </message>
    <message>
        <source>With {} shuffles p can be no less than {:.2g}, so that 5 % corrected for the number of tests (Bonferroni) can be reached in up to {} tests; here are {}.</source>
        <translation>Con {} permutaciones p no puede ser menor que {}, de modo que el 5 % corregido por el número de pruebas (Bonferroni) se puede alcanzar en hasta {} pruebas; aquí hay {}.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Dentro de</translation>
    </message>
    <message>
        <source>Without principal components</source>
        <translation>Sin componentes principales</translation>
    </message>
    <message>
        <source>Worst pairs of each kind</source>
        <translation>Peores pares de cada clase</translation>
    </message>
    <message>
        <source>Wrong labels show by comparison with other identities, and fewer than two have features; import more identities, or extract features first.</source>
        <translation>Las etiquetas erróneas se ven al comparar con otras identidades, y menos de dos tienen características; importe más identidades o extraiga antes las características.</translation>
    </message>
    <message>
        <source>Yaw</source>
        <translation>Guiñada</translation>
    </message>
    <message>
        <source>Yaw from landmarks</source>
        <translation>Guiñada según los puntos de referencia</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Años</translation>
    </message>
    <message>
        <source>Zoom the map</source>
        <translation>Ampliar el mapa</translation>
    </message>
    <message>
        <source>a</source>
        <translation>a</translation>
    </message>
    <message>
        <source>a column of numbers has a wrong size</source>
        <translation>una columna de números tiene un tamaño incorrecto</translation>
    </message>
    <message>
        <source>a face detector</source>
        <translation>un detector de caras</translation>
    </message>
    <message>
        <source>a feature has a wrong size</source>
        <translation>una característica tiene un tamaño erróneo</translation>
    </message>
    <message>
        <source>a file in the descriptor&apos;s own folder</source>
        <translation>un archivo de la propia carpeta del descriptor</translation>
    </message>
    <message>
        <source>a list of five [x, y] points of the network&apos;s input</source>
        <translation>una lista de cinco puntos [x, y] de la entrada de la red</translation>
    </message>
    <message>
        <source>a name, or a place from 0</source>
        <translation>un nombre, o un lugar desde 0</translation>
    </message>
    <message>
        <source>a network of landmarks</source>
        <translation>una red de puntos de referencia</translation>
    </message>
    <message>
        <source>a number from -0.4 to 4, a fraction of the box&apos;s larger side</source>
        <translation>un número de -0.4 a 4, una fracción del lado mayor del recuadro</translation>
    </message>
    <message>
        <source>a number per channel, in 0 to 255</source>
        <translation>un número por canal, de 0 a 255</translation>
    </message>
    <message>
        <source>a number, or a list of one number per channel</source>
        <translation>un número o una lista de un número por canal</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>a text in it is too long</source>
        <translation>un texto que contiene es demasiado largo</translation>
    </message>
    <message>
        <source>a text in it nests too deep</source>
        <translation>un texto que contiene se anida demasiado</translation>
    </message>
    <message>
        <source>a whole number from {} to {}</source>
        <translation>un número entero de {} a {}</translation>
    </message>
    <message>
        <source>abs_yaw</source>
        <translation>guiñada absoluta</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
    <message>
        <source>against</source>
        <translation>frente a</translation>
    </message>
    <message>
        <source>ages</source>
        <translation>edades</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>acuerdo</translation>
    </message>
    <message>
        <source>alike features</source>
        <translation>características parecidas</translation>
    </message>
    <message>
        <source>all of a person</source>
        <translation>todos los de una persona</translation>
    </message>
    <message>
        <source>all pairs</source>
        <translation>todos los pares</translation>
    </message>
    <message>
        <source>all pairs of templates</source>
        <translation>todos los pares de plantillas</translation>
    </message>
    <message>
        <source>an SCRFD detector without landmarks; choose it as the face detector</source>
        <translation>un detector SCRFD sin puntos de referencia; elíjalo como detector de caras</translation>
    </message>
    <message>
        <source>an SCRFD detector; choose it as the face detector</source>
        <translation>un detector SCRFD; elíjalo como detector de caras</translation>
    </message>
    <message>
        <source>another dimension</source>
        <translation>otra dimensión</translation>
    </message>
    <message>
        <source>another one first</source>
        <translation>otra primero</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>otro programa</translation>
    </message>
    <message>
        <source>area</source>
        <translation>área</translation>
    </message>
    <message>
        <source>as alike to both</source>
        <translation>igual de parecida a ambas</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>como se importaron</translation>
    </message>
    <message>
        <source>as near to both</source>
        <translation>igual de cerca de ambas</translation>
    </message>
    <message>
        <source>as the column</source>
        <translation>como la columna</translation>
    </message>
    <message>
        <source>as the figure</source>
        <translation>como la cifra</translation>
    </message>
    <message>
        <source>as the predictor</source>
        <translation>como el predictor</translation>
    </message>
    <message>
        <source>as the settings have it</source>
        <translation>según los ajustes</translation>
    </message>
    <message>
        <source>at byte {} is what no such set holds (0x{:02x}), and nothing in it is executed</source>
        <translation>en el byte {} hay algo que ningún conjunto así contiene (0x{:02x}), y nada de él se ejecuta</translation>
    </message>
    <message>
        <source>at fixed false match rates, 95 % interval</source>
        <translation>con tasas fijas de falsas coincidencias, intervalo del 95 %</translation>
    </message>
    <message>
        <source>at fixed rates, 95 % interval</source>
        <translation>a tasas fijas, intervalo del 95 %</translation>
    </message>
    <message>
        <source>at start</source>
        <translation>al inicio</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>atributo</translation>
    </message>
    <message>
        <source>auc, eer, d_prime, or tar: 1 − FNMR at a fixed FMR</source>
        <translation>auc, eer, d_prime o tar: 1 − FNMR con una FMR fija</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>balanced accuracy</source>
        <translation>exactitud equilibrada</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>por detrás</translation>
    </message>
    <message>
        <source>best</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>best layer</source>
        <translation>mejor capa</translation>
    </message>
    <message>
        <source>best less last</source>
        <translation>mejor menos última</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>binned medians</source>
        <translation>medianas por intervalos</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>bit</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>desenfoque</translation>
    </message>
    <message>
        <source>bootstrap</source>
        <translation>bootstrap</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>rama</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>por azar</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>por nombre</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>por número</translation>
    </message>
    <message>
        <source>by share</source>
        <translation>por proporción</translation>
    </message>
    <message>
        <source>cannot be loaded from “{}”: {}</source>
        <translation>no se puede cargar de «{}»: {}</translation>
    </message>
    <message>
        <source>cannot be shut off from this machine ({}), and is not run without</source>
        <translation>no se puede aislar de este equipo ({}), y sin ello no se ejecuta</translation>
    </message>
    <message>
        <source>cannot take {} image(s) of {} channel(s), {} × {} pixels, as its descriptor says: {}</source>
        <translation>no admite {} imagen(es) de {} canal(es) y {} × {} píxeles, como dice su descriptor: {}</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>no se puede decir</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>techo</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>centrado</translation>
    </message>
    <message>
        <source>centroid correlation</source>
        <translation>correlación de centroides</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>azar</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>class, identity, condition, together or rest</source>
        <translation>class (clase), identity (identidad), condition (condición), together (juntos) o rest (resto)</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
    <message>
        <source>column</source>
        <translation>columna</translation>
    </message>
    <message>
        <source>combined</source>
        <translation>combinada</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>comparado</translation>
    </message>
    <message>
        <source>comparing images</source>
        <translation>comparando imágenes</translation>
    </message>
    <message>
        <source>comparing pairs</source>
        <translation>comparando pares</translation>
    </message>
    <message>
        <source>comparing pictures</source>
        <translation>comparando imágenes</translation>
    </message>
    <message>
        <source>comparing spaces</source>
        <translation>comparando espacios</translation>
    </message>
    <message>
        <source>comparing with centroids</source>
        <translation>comparando con los centroides</translation>
    </message>
    <message>
        <source>component</source>
        <translation>componente</translation>
    </message>
    <message>
        <source>component cosine</source>
        <translation>coseno con la componente</translation>
    </message>
    <message>
        <source>components</source>
        <translation>componentes</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>compresión</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>condición</translation>
    </message>
    <message>
        <source>conditions</source>
        <translation>condiciones</translation>
    </message>
    <message>
        <source>constant features</source>
        <translation>características constantes</translation>
    </message>
    <message>
        <source>continuity</source>
        <translation>continuidad</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>copiando</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>coseno</translation>
    </message>
    <message>
        <source>cosine to stored</source>
        <translation>coseno con lo guardado</translation>
    </message>
    <message>
        <source>cosine {:.3f}</source>
        <translation>coseno {}</translation>
    </message>
    <message>
        <source>counting errors of groups</source>
        <translation>contando errores de los grupos</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>fechas</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>grados</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>profundidad</translation>
    </message>
    <message>
        <source>did not answer in time</source>
        <translation>no respondió a tiempo</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferencia</translation>
    </message>
    <message>
        <source>difference in SD</source>
        <translation>diferencia en DT</translation>
    </message>
    <message>
        <source>difference of means</source>
        <translation>diferencia de medias</translation>
    </message>
    <message>
        <source>different identities ({})</source>
        <translation>identidades distintas ({})</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>dimensiones distintas</translation>
    </message>
    <message>
        <source>direction learned</source>
        <translation>sentido aprendido</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>discriminant analysis</source>
        <translation>análisis discriminante</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>distancia</translation>
    </message>
    <message>
        <source>distance correlation</source>
        <translation>correlación de distancias</translation>
    </message>
    <message>
        <source>distance median</source>
        <translation>mediana de la distancia</translation>
    </message>
    <message>
        <source>distance on the maps</source>
        <translation>la distancia en los mapas</translation>
    </message>
    <message>
        <source>distributed</source>
        <translation>distribuida</translation>
    </message>
    <message>
        <source>d²</source>
        <translation>d²</translation>
    </message>
    <message>
        <source>d′</source>
        <translation>d′</translation>
    </message>
    <message>
        <source>d⁴</source>
        <translation>d⁴</translation>
    </message>
    <message>
        <source>edc: logarithmic error axis</source>
        <translation>edc: eje de error logarítmico</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>efecto</translation>
    </message>
    <message>
        <source>effective components</source>
        <translation>componentes efectivas</translation>
    </message>
    <message>
        <source>effective units</source>
        <translation>unidades efectivas</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>entradas</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>equal error</source>
        <translation>error igual</translation>
    </message>
    <message>
        <source>error versus discard</source>
        <translation>error tras descartar</translation>
    </message>
    <message>
        <source>example</source>
        <translation>ejemplo</translation>
    </message>
    <message>
        <source>exposure</source>
        <translation>exposición</translation>
    </message>
    <message>
        <source>extracting</source>
        <translation>extrayendo</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>caras</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>factor</translation>
    </message>
    <message>
        <source>falls</source>
        <translation>baja</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>característica</translation>
    </message>
    <message>
        <source>features</source>
        <translation>características</translation>
    </message>
    <message>
        <source>features at unit length</source>
        <translation>características de longitud uno</translation>
    </message>
    <message>
        <source>features so far are kept; run again to continue.</source>
        <translation>lo extraído hasta ahora se conserva; vuelva a ejecutar para continuar.</translation>
    </message>
    <message>
        <source>features: share of the identities</source>
        <translation>características: parte de las identidades</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>figura</translation>
    </message>
    <message>
        <source>file limits</source>
        <translation>límites de archivos</translation>
    </message>
    <message>
        <source>files can still be opened</source>
        <translation>aún se pueden abrir archivos</translation>
    </message>
    <message>
        <source>finding pairs</source>
        <translation>buscando pares</translation>
    </message>
    <message>
        <source>first</source>
        <translation>primera</translation>
    </message>
    <message>
        <source>first distance</source>
        <translation>primera distancia</translation>
    </message>
    <message>
        <source>first example</source>
        <translation>primer ejemplo</translation>
    </message>
    <message>
        <source>first identity</source>
        <translation>primera identidad</translation>
    </message>
    <message>
        <source>first images</source>
        <translation>imágenes del primero</translation>
    </message>
    <message>
        <source>first in second</source>
        <translation>primero en el segundo</translation>
    </message>
    <message>
        <source>first is a part</source>
        <translation>la primera es una parte</translation>
    </message>
    <message>
        <source>first neighbour</source>
        <translation>primer vecino</translation>
    </message>
    <message>
        <source>first network</source>
        <translation>primera red</translation>
    </message>
    <message>
        <source>first percentile</source>
        <translation>primer percentil</translation>
    </message>
    <message>
        <source>first reliability</source>
        <translation>fiabilidad del primero</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>ajuste</translation>
    </message>
    <message>
        <source>fitting {}</source>
        <translation>ajustando {}</translation>
    </message>
    <message>
        <source>five different points</source>
        <translation>cinco puntos distintos</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>partición</translation>
    </message>
    <message>
        <source>fold accuracy</source>
        <translation>exactitud por particiones</translation>
    </message>
    <message>
        <source>fold accuracy SD</source>
        <translation>DT de la exactitud por particiones</translation>
    </message>
    <message>
        <source>fold accuracy standard error</source>
        <translation>error estándar de la exactitud por particiones</translation>
    </message>
    <message>
        <source>folds</source>
        <translation>particiones</translation>
    </message>
    <message>
        <source>found</source>
        <translation>hallado</translation>
    </message>
    <message>
        <source>found first</source>
        <translation>hallado primero</translation>
    </message>
    <message>
        <source>found, with 95 % intervals</source>
        <translation>encontrada, con intervalos del 95 %</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>de frente</translation>
    </message>
    <message>
        <source>frontal against profile</source>
        <translation>frontal contra perfil</translation>
    </message>
    <message>
        <source>frontal units</source>
        <translation>unidades de frente</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>ganancia</translation>
    </message>
    <message>
        <source>gallery</source>
        <translation>galería</translation>
    </message>
    <message>
        <source>genuine</source>
        <translation>genuinos</translation>
    </message>
    <message>
        <source>genuine mean</source>
        <translation>media de genuinos</translation>
    </message>
    <message>
        <source>genuine pairs</source>
        <translation>pares genuinos</translation>
    </message>
    <message>
        <source>given scores</source>
        <translation>puntuaciones dadas</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>half</source>
        <translation>mitad</translation>
    </message>
    <message>
        <source>halves found</source>
        <translation>mitades halladas</translation>
    </message>
    <message>
        <source>halves median</source>
        <translation>mediana de las mitades</translation>
    </message>
    <message>
        <source>has &quot;output.inner_layer&quot; beside &quot;output.feature&quot; or &quot;output.norm&quot;, of which there should be one</source>
        <translation>tiene &quot;output.inner_layer&quot; junto a &quot;output.feature&quot; o &quot;output.norm&quot;, de los que debería haber uno</translation>
    </message>
    <message>
        <source>has a descriptor that names outputs or a layer, which OpenCV does not give; leave out its &quot;format&quot;, and LibTorch runs it</source>
        <translation>tiene un descriptor que nombra salidas o una capa, que OpenCV no da; quite su &quot;format&quot; y LibTorch la ejecutará</translation>
    </message>
    <message>
        <source>has a field &quot;{}&quot; that is not an object</source>
        <translation>tiene un campo &quot;{}&quot; que no es un objeto</translation>
    </message>
    <message>
        <source>has both &quot;input.std&quot; and &quot;input.scale&quot;, of which there should be one</source>
        <translation>tiene tanto &quot;input.std&quot; como &quot;input.scale&quot;, de los que debería haber uno</translation>
    </message>
    <message>
        <source>has neither &quot;input.std&quot; nor &quot;input.scale&quot;, of which there should be one</source>
        <translation>no tiene ni &quot;input.std&quot; ni &quot;input.scale&quot;, de los que debería haber uno</translation>
    </message>
    <message>
        <source>has no field &quot;format&quot;, which should be {}</source>
        <translation>no tiene el campo &quot;format&quot;, que debería ser {}</translation>
    </message>
    <message>
        <source>has no field &quot;{}&quot;</source>
        <translation>no tiene el campo &quot;{}&quot;</translation>
    </message>
    <message>
        <source>has no field &quot;{}&quot;, which should be {}</source>
        <translation>no tiene el campo &quot;{}&quot;, que debería ser {}</translation>
    </message>
    <message>
        <source>has no output “{}”, which its descriptor names; it returns {}</source>
        <translation>no tiene la salida «{}», que su descriptor nombra; devuelve {}</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>no tiene valor</translation>
    </message>
    <message>
        <source>has this tag: tag(&quot;blurred&quot;)</source>
        <translation>tiene esta marca: tag(&quot;blurred&quot;)</translation>
    </message>
    <message>
        <source>hash bits apart</source>
        <translation>bits de hash distintos</translation>
    </message>
    <message>
        <source>height</source>
        <translation>altura</translation>
    </message>
    <message>
        <source>held fixed</source>
        <translation>mantenido fijo</translation>
    </message>
    <message>
        <source>high</source>
        <translation>superior</translation>
    </message>
    <message>
        <source>how many images share this value</source>
        <translation>cuántas imágenes comparten este valor</translation>
    </message>
    <message>
        <source>identities</source>
        <translation>identidades</translation>
    </message>
    <message>
        <source>identities above</source>
        <translation>identidades por encima</translation>
    </message>
    <message>
        <source>identities and features resampled</source>
        <translation>identidades y características remuestreadas</translation>
    </message>
    <message>
        <source>identities apart</source>
        <translation>identidades separadas</translation>
    </message>
    <message>
        <source>identities share</source>
        <translation>parte de las identidades</translation>
    </message>
    <message>
        <source>identities: share of their features</source>
        <translation>identidades: parte de sus características</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identidad</translation>
    </message>
    <message>
        <source>identity a</source>
        <translation>identidad a</translation>
    </message>
    <message>
        <source>identity and image</source>
        <translation>identidad e imagen</translation>
    </message>
    <message>
        <source>identity b</source>
        <translation>identidad b</translation>
    </message>
    <message>
        <source>identity example</source>
        <translation>ejemplo de la identidad</translation>
    </message>
    <message>
        <source>identity {}</source>
        <translation>identidad {}</translation>
    </message>
    <message>
        <source>identity, AUC</source>
        <translation>identidad, AUC</translation>
    </message>
    <message>
        <source>identity, or what is read</source>
        <translation>identidad, o lo que se lee</translation>
    </message>
    <message>
        <source>identity, yaw, or an attribute</source>
        <translation>identidad, guiñada o un atributo</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>image pairs</source>
        <translation>pares de imágenes</translation>
    </message>
    <message>
        <source>image pairs compared</source>
        <translation>pares de imágenes comparados</translation>
    </message>
    <message>
        <source>image {}</source>
        <translation>imagen {}</translation>
    </message>
    <message>
        <source>images</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>images ({})</source>
        <translation>imágenes ({})</translation>
    </message>
    <message>
        <source>images judged</source>
        <translation>imágenes evaluadas</translation>
    </message>
    <message>
        <source>images lacking</source>
        <translation>imágenes que faltan</translation>
    </message>
    <message>
        <source>importing features</source>
        <translation>importando características</translation>
    </message>
    <message>
        <source>impostor</source>
        <translation>impostores</translation>
    </message>
    <message>
        <source>impostor mean</source>
        <translation>media de impostores</translation>
    </message>
    <message>
        <source>impostor pairs</source>
        <translation>pares de impostores</translation>
    </message>
    <message>
        <source>in column “{}”, line {} of “{}”</source>
        <translation>en la columna «{}», línea {} de «{}»</translation>
    </message>
    <message>
        <source>index</source>
        <translation>índice</translation>
    </message>
    <message>
        <source>is no manifest of a pack of networks: it has no &quot;tasks&quot;</source>
        <translation>no es el manifiesto de un paquete de redes: no tiene &quot;tasks&quot;</translation>
    </message>
    <message>
        <source>it changed meanwhile</source>
        <translation>cambió entretanto</translation>
    </message>
    <message>
        <source>it does not begin as a pickle does</source>
        <translation>no empieza como un pickle</translation>
    </message>
    <message>
        <source>it does not hold a list of images and a list of truth values</source>
        <translation>no contiene una lista de imágenes y una lista de valores de verdad</translation>
    </message>
    <message>
        <source>it has no layer “{}”; “facespace-cli network DESCRIPTOR --layers” lists those it has</source>
        <translation>no tiene la capa «{}»; «facespace-cli network DESCRIPTOR --layers» enumera las que tiene</translation>
    </message>
    <message>
        <source>it has no method “forward”</source>
        <translation>no tiene el método «forward»</translation>
    </message>
    <message>
        <source>it has protocol version {} where {} is expected</source>
        <translation>tiene la versión {} del protocolo donde se espera la {}</translation>
    </message>
    <message>
        <source>it has too many networks</source>
        <translation>tiene demasiadas redes</translation>
    </message>
    <message>
        <source>it has too much</source>
        <translation>tiene demasiado</translation>
    </message>
    <message>
        <source>it has {} images and {} truth values, not one for each two</source>
        <translation>tiene {} imágenes y {} valores de verdad, no uno por cada dos</translation>
    </message>
    <message>
        <source>it holds another number of features</source>
        <translation>contiene otro número de características</translation>
    </message>
    <message>
        <source>it holds no network</source>
        <translation>no contiene ninguna red</translation>
    </message>
    <message>
        <source>it is a checkpoint of torch.save, weights without a network. Export it where its class “Net” is: {} and then {}</source>
        <translation>es un punto de control de torch.save, pesos sin red. Expórtelo donde esté su clase «Net»: {} y después {}</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>está cortado</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>está vacía</translation>
    </message>
    <message>
        <source>it is no ONNX file, or a damaged one</source>
        <translation>no es un archivo ONNX, o está dañado</translation>
    </message>
    <message>
        <source>it is not a message of a network host</source>
        <translation>no es un mensaje de un programa de redes</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>no es un archivo normal</translation>
    </message>
    <message>
        <source>it is not the expected answer</source>
        <translation>no es la respuesta esperada</translation>
    </message>
    <message>
        <source>it is too large or nested too deep</source>
        <translation>es demasiado grande o está anidada a demasiada profundidad</translation>
    </message>
    <message>
        <source>it returns another number of values</source>
        <translation>devuelve otro número de valores</translation>
    </message>
    <message>
        <source>it returns {} where one tensor is expected</source>
        <translation>devuelve {} donde se espera un tensor</translation>
    </message>
    <message>
        <source>it takes {} inputs ({}) where one, the image, is expected</source>
        <translation>toma {} entradas ({}) donde se espera una, la imagen</translation>
    </message>
    <message>
        <source>it uses the operator “{}” in a way that LibTorch {} does not know; it was saved by a newer PyTorch, so save it with PyTorch {} or older, or export it to ONNX</source>
        <translation>usa el operador «{}» de un modo que LibTorch {} no conoce; la guardó un PyTorch más nuevo, así que guárdela con PyTorch {} o anterior, o expórtela a ONNX</translation>
    </message>
    <message>
        <source>it uses the operator “{}”, which LibTorch {} does not have; it was saved by a newer PyTorch, so save it with PyTorch {} or older, or export it to ONNX</source>
        <translation>usa el operador «{}», que LibTorch {} no tiene; la guardó un PyTorch más nuevo, así que guárdela con PyTorch {} o anterior, o expórtela a ONNX</translation>
    </message>
    <message>
        <source>it uses the value “{}”, which nothing makes</source>
        <translation>usa el valor «{}», que nada produce</translation>
    </message>
    <message>
        <source>it uses {} of ONNX {}, which FaceSpace does not have; export it as TorchScript, or with other operators</source>
        <translation>usa {} de ONNX {}, que FaceSpace no tiene; expórtela como TorchScript o con otros operadores</translation>
    </message>
    <message>
        <source>it was not handed over</source>
        <translation>no se entregó</translation>
    </message>
    <message>
        <source>it was saved by a newer PyTorch than LibTorch {} reads; save it with PyTorch {} or older, or export it to ONNX</source>
        <translation>la guardó un PyTorch más nuevo de lo que lee LibTorch {}; guárdela con PyTorch {} o anterior, o expórtela a ONNX</translation>
    </message>
    <message>
        <source>its answer holds a wrong batch size</source>
        <translation>su respuesta contiene un tamaño de lote erróneo</translation>
    </message>
    <message>
        <source>its answer is damaged ({})</source>
        <translation>su respuesta está dañada ({})</translation>
    </message>
    <message>
        <source>its array “{}” does not hold the {} numbers that it says</source>
        <translation>su matriz «{}» no contiene los {} números que dice</translation>
    </message>
    <message>
        <source>its array “{}” lies in another file, which is not in the network&apos;s own folder or is too short for it</source>
        <translation>su matriz «{}» está en otro archivo, que no se halla en la carpeta de la red o es demasiado corto para ella</translation>
    </message>
    <message>
        <source>its array “{}” says it has a side of {}</source>
        <translation>su matriz «{}» dice tener un lado de {}</translation>
    </message>
    <message>
        <source>its arrays in other files overlap</source>
        <translation>sus matrices en otros archivos se solapan</translation>
    </message>
    <message>
        <source>its attribute “{}” is {}, which FaceSpace does not have</source>
        <translation>su atributo «{}» es {}, que FaceSpace no tiene</translation>
    </message>
    <message>
        <source>its first list holds something else than images</source>
        <translation>su primera lista contiene algo que no son imágenes</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>su cabecera está dañada</translation>
    </message>
    <message>
        <source>its input {} is missing</source>
        <translation>falta su entrada {}</translation>
    </message>
    <message>
        <source>its input “{}” depends on the image, where a constant is expected</source>
        <translation>su entrada «{}» depende de la imagen, donde se espera una constante</translation>
    </message>
    <message>
        <source>its node “{}” ({}, ONNX {}) cannot be computed: {}</source>
        <translation>su nodo «{}» ({}, ONNX {}) no se puede calcular: {}</translation>
    </message>
    <message>
        <source>its numbers are of ONNX&apos;s type {}, which FaceSpace does not have</source>
        <translation>sus números son del tipo {} de ONNX, que FaceSpace no tiene</translation>
    </message>
    <message>
        <source>its results depend on the other images of a batch in the last digits</source>
        <translation>sus resultados dependen en las últimas cifras de las otras imágenes de un lote</translation>
    </message>
    <message>
        <source>its results depend on the other images of a batch in the last digits, so images go one by one</source>
        <translation>sus resultados dependen en las últimas cifras de las otras imágenes de un lote, así que las imágenes van de una en una</translation>
    </message>
    <message>
        <source>its second list holds something else than truth values</source>
        <translation>su segunda lista contiene algo que no son valores de verdad</translation>
    </message>
    <message>
        <source>its weights take one image at a time, so images go one by one</source>
        <translation>sus pesos admiten una imagen cada vez, así que las imágenes van de una en una</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>kept variance</source>
        <translation>varianza conservada</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>known direction</source>
        <translation>sentido conocido</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etiqueta</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>landmarks (solvePnP)</source>
        <translation>puntos de referencia (solvePnP)</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>mayor</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>mayor</translation>
    </message>
    <message>
        <source>largest fall</source>
        <translation>mayor caída</translation>
    </message>
    <message>
        <source>largest rise</source>
        <translation>mayor subida</translation>
    </message>
    <message>
        <source>last</source>
        <translation>última</translation>
    </message>
    <message>
        <source>last less first</source>
        <translation>última menos primera</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>capa</translation>
    </message>
    <message>
        <source>least</source>
        <translation>menor</translation>
    </message>
    <message>
        <source>leaving identities out</source>
        <translation>omitiendo identidades</translation>
    </message>
    <message>
        <source>less others</source>
        <translation>menos los demás</translation>
    </message>
    <message>
        <source>levels</source>
        <translation>niveles</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>límite</translation>
    </message>
    <message>
        <source>limit of other</source>
        <translation>límite del otro</translation>
    </message>
    <message>
        <source>limit of this</source>
        <translation>límite de este</translation>
    </message>
    <message>
        <source>line {} of “{}”</source>
        <translation>la línea {} de «{}»</translation>
    </message>
    <message>
        <source>linking</source>
        <translation>enlazando</translation>
    </message>
    <message>
        <source>list of images</source>
        <translation>lista de imágenes</translation>
    </message>
    <message>
        <source>listing images</source>
        <translation>listando imágenes</translation>
    </message>
    <message>
        <source>listing the archive</source>
        <translation>listando el archivo comprimido</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargar</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>lo más largo</translation>
    </message>
    <message>
        <source>looking at names as a whole</source>
        <translation>mirando los nombres en conjunto</translation>
    </message>
    <message>
        <source>looking at shards</source>
        <translation>mirando las partes</translation>
    </message>
    <message>
        <source>looking for duplicates</source>
        <translation>buscando duplicados</translation>
    </message>
    <message>
        <source>looking for identities in common</source>
        <translation>buscando identidades en común</translation>
    </message>
    <message>
        <source>looking for images in common</source>
        <translation>buscando imágenes en común</translation>
    </message>
    <message>
        <source>looking for records</source>
        <translation>buscando registros</translation>
    </message>
    <message>
        <source>low</source>
        <translation>inferior</translation>
    </message>
    <message>
        <source>lower ceiling</source>
        <translation>techo inferior</translation>
    </message>
    <message>
        <source>majority accuracy</source>
        <translation>exactitud de la mayoría</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>manifiesto</translation>
    </message>
    <message>
        <source>map</source>
        <translation>mapa</translation>
    </message>
    <message>
        <source>map quality</source>
        <translation>calidad del mapa</translation>
    </message>
    <message>
        <source>map x</source>
        <translation>mapa x</translation>
    </message>
    <message>
        <source>map y</source>
        <translation>mapa y</translation>
    </message>
    <message>
        <source>map z</source>
        <translation>mapa z</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>mapas</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>margen</translation>
    </message>
    <message>
        <source>margin {:.3f}</source>
        <translation>margen {}</translation>
    </message>
    <message>
        <source>mated searches</source>
        <translation>búsquedas con pareja</translation>
    </message>
    <message>
        <source>max to mean</source>
        <translation>máximo entre media</translation>
    </message>
    <message>
        <source>max to min</source>
        <translation>máximo entre mínimo</translation>
    </message>
    <message>
        <source>may be best</source>
        <translation>quizá el mejor</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>mean absolute percentile shift</source>
        <translation>cambio medio absoluto del percentil</translation>
    </message>
    <message>
        <source>mean line, 95 % interval</source>
        <translation>línea media, intervalo del 95 %</translation>
    </message>
    <message>
        <source>mean of all images</source>
        <translation>media de todas las imágenes</translation>
    </message>
    <message>
        <source>mean percentile shift</source>
        <translation>cambio medio del percentil</translation>
    </message>
    <message>
        <source>mean rank</source>
        <translation>rango medio</translation>
    </message>
    <message>
        <source>mean squared effect</source>
        <translation>efecto cuadrático medio</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>medida</translation>
    </message>
    <message>
        <source>measuring image quality</source>
        <translation>midiendo la calidad de las imágenes</translation>
    </message>
    <message>
        <source>media</source>
        <translation>medio</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>median of all images</source>
        <translation>mediana de todas las imágenes</translation>
    </message>
    <message>
        <source>medians of bins, 95 % interval</source>
        <translation>medianas de los intervalos, intervalo del 95 %</translation>
    </message>
    <message>
        <source>memory limit</source>
        <translation>límite de memoria</translation>
    </message>
    <message>
        <source>merging shards</source>
        <translation>uniendo las partes</translation>
    </message>
    <message>
        <source>method</source>
        <translation>método</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrica</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>missing or not finished: {}</source>
        <translation>faltan o no están acabadas: {}</translation>
    </message>
    <message>
        <source>missing pairs</source>
        <translation>pares que faltan</translation>
    </message>
    <message>
        <source>mixed below</source>
        <translation>mezclado por debajo de</translation>
    </message>
    <message>
        <source>mixtures 95th percentile</source>
        <translation>percentil 95 de las mezclas</translation>
    </message>
    <message>
        <source>mixtures found</source>
        <translation>mezclas halladas</translation>
    </message>
    <message>
        <source>mixtures planted</source>
        <translation>mezclas puestas</translation>
    </message>
    <message>
        <source>model error</source>
        <translation>error del modelo</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>moderada</translation>
    </message>
    <message>
        <source>monotone R²</source>
        <translation>R² monótono</translation>
    </message>
    <message>
        <source>monotone direction</source>
        <translation>sentido monótono</translation>
    </message>
    <message>
        <source>monotone fit, falling</source>
        <translation>ajuste monótono, decreciente</translation>
    </message>
    <message>
        <source>monotone fit, rising</source>
        <translation>ajuste monótono, creciente</translation>
    </message>
    <message>
        <source>most</source>
        <translation>mayor grupo</translation>
    </message>
    <message>
        <source>mutual</source>
        <translation>mutuo</translation>
    </message>
    <message>
        <source>names cut</source>
        <translation>nombres partidos</translation>
    </message>
    <message>
        <source>names median</source>
        <translation>mediana de los nombres</translation>
    </message>
    <message>
        <source>names no network for recognition</source>
        <translation>no nombra ninguna red de reconocimiento</translation>
    </message>
    <message>
        <source>names “{}”, which is no file of the pack&apos;s own folder</source>
        <translation>nombra «{}», que no es un archivo de la propia carpeta del paquete</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>logaritmo natural</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>más cercana</translation>
    </message>
    <message>
        <source>nearest component</source>
        <translation>componente más cercana</translation>
    </message>
    <message>
        <source>nearest cosine</source>
        <translation>coseno más cercano</translation>
    </message>
    <message>
        <source>nearest example</source>
        <translation>ejemplo más cercano</translation>
    </message>
    <message>
        <source>nearest identity</source>
        <translation>identidad más cercana</translation>
    </message>
    <message>
        <source>nearest share</source>
        <translation>parte más cercana</translation>
    </message>
    <message>
        <source>nearest unit</source>
        <translation>unidad más cercana</translation>
    </message>
    <message>
        <source>needs more memory than there is</source>
        <translation>necesita más memoria de la que hay</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>vecinos</translation>
    </message>
    <message>
        <source>neighbours of own identity</source>
        <translation>vecinos de la propia identidad</translation>
    </message>
    <message>
        <source>neighbours shared</source>
        <translation>vecinos compartidos</translation>
    </message>
    <message>
        <source>network</source>
        <translation>red</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>redes</translation>
    </message>
    <message>
        <source>next cosine</source>
        <translation>coseno siguiente</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>sin diferencia</translation>
    </message>
    <message>
        <source>no network of {} numbers or more per image</source>
        <translation>no una red de {} números o más por imagen</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sin valor</translation>
    </message>
    <message>
        <source>non mated searches</source>
        <translation>búsquedas sin pareja</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>not centred</source>
        <translation>no centrado</translation>
    </message>
    <message>
        <source>not joined: {}</source>
        <translation>no unida: {}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>number of features</source>
        <translation>número de características</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>números</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>observado</translation>
    </message>
    <message>
        <source>occlusion</source>
        <translation>oclusión</translation>
    </message>
    <message>
        <source>of the other project</source>
        <translation>del otro proyecto</translation>
    </message>
    <message>
        <source>of the same project: other people</source>
        <translation>del mismo proyecto: otras personas</translation>
    </message>
    <message>
        <source>one class</source>
        <translation>una clase</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>una persona</translation>
    </message>
    <message>
        <source>one person each, those followed longest</source>
        <translation>una persona cada una, las seguidas más tiempo</translation>
    </message>
    <message>
        <source>one unit</source>
        <translation>una unidad</translation>
    </message>
    <message>
        <source>openTSNE (Poličar et al. 2024)</source>
        <translation>openTSNE (Poličar et al. 2024)</translation>
    </message>
    <message>
        <source>or less</source>
        <translation>o menos</translation>
    </message>
    <message>
        <source>or more</source>
        <translation>o más</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otras</translation>
    </message>
    <message>
        <source>other class</source>
        <translation>otra clase</translation>
    </message>
    <message>
        <source>other entry</source>
        <translation>otra entrada</translation>
    </message>
    <message>
        <source>other identities</source>
        <translation>otras identidades</translation>
    </message>
    <message>
        <source>other identity</source>
        <translation>otra identidad</translation>
    </message>
    <message>
        <source>other images</source>
        <translation>otras imágenes</translation>
    </message>
    <message>
        <source>other path</source>
        <translation>otra ruta</translation>
    </message>
    <message>
        <source>other score</source>
        <translation>otra puntuación</translation>
    </message>
    <message>
        <source>other seeds</source>
        <translation>otras semillas</translation>
    </message>
    <message>
        <source>other settings for cutting out faces</source>
        <translation>otros ajustes para recortar las caras</translation>
    </message>
    <message>
        <source>other than zero</source>
        <translation>distinto de cero</translation>
    </message>
    <message>
        <source>other weights</source>
        <translation>otros pesos</translation>
    </message>
    <message>
        <source>other {}</source>
        <translation>otra {}</translation>
    </message>
    <message>
        <source>others taken for it</source>
        <translation>otros tomados por ella</translation>
    </message>
    <message>
        <source>out of fold</source>
        <translation>fuera de muestra</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>outcome per unit</source>
        <translation>resultado por unidad</translation>
    </message>
    <message>
        <source>over</source>
        <translation>según</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>solapamiento</translation>
    </message>
    <message>
        <source>own branch</source>
        <translation>rama propia</translation>
    </message>
    <message>
        <source>own cosine</source>
        <translation>coseno propio</translation>
    </message>
    <message>
        <source>own identity removed</source>
        <translation>identidad propia quitada</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p of a partial ρ as far from 0; null: no correlation of the ranks with the others held fixed</source>
        <translation>p de un ρ parcial igual de lejos de 0; hipótesis nula: los rangos no se correlacionan con los demás fijos</translation>
    </message>
    <message>
        <source>p of a smooth as far from flat; null: the measure has the same mean at every distance</source>
        <translation>p de una curva suavizada igual de lejos de plana; hipótesis nula: la medida tiene la misma media a cualquier distancia</translation>
    </message>
    <message>
        <source>p of a ρ as far from 0; null: the ranks of measure and distance have no correlation</source>
        <translation>p de un ρ igual de lejos de 0; hipótesis nula: los rangos de medida y distancia no se correlacionan</translation>
    </message>
    <message>
        <source>p of a τ as far from 0; null: the orders of measure and distance have nothing in common</source>
        <translation>p de un τ igual de lejos de 0; hipótesis nula: los órdenes de medida y distancia no tienen nada en común</translation>
    </message>
    <message>
        <source>p of any view dependence</source>
        <translation>p de alguna dependencia de la vista</translation>
    </message>
    <message>
        <source>p-value adjusted over the features</source>
        <translation>Valor p ajustado por las características</translation>
    </message>
    <message>
        <source>pAUC, linear</source>
        <translation>pAUC lineal</translation>
    </message>
    <message>
        <source>pAUC, stepwise</source>
        <translation>pAUC escalonada</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>pares</translation>
    </message>
    <message>
        <source>pairs 99th percentile</source>
        <translation>percentil 99 de los pares</translation>
    </message>
    <message>
        <source>pairs of</source>
        <translation>pares de</translation>
    </message>
    <message>
        <source>pairs of {}</source>
        <translation>pares de {}</translation>
    </message>
    <message>
        <source>pairs without quality</source>
        <translation>pares sin calidad</translation>
    </message>
    <message>
        <source>part</source>
        <translation>parte</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>parcial</translation>
    </message>
    <message>
        <source>partial p</source>
        <translation>p parcial</translation>
    </message>
    <message>
        <source>partial ρ</source>
        <translation>ρ parcial</translation>
    </message>
    <message>
        <source>path</source>
        <translation>ruta</translation>
    </message>
    <message>
        <source>penalties tried</source>
        <translation>penalizaciones probadas</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>penalización</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>people&apos;s slopes</source>
        <translation>pendientes de personas</translation>
    </message>
    <message>
        <source>per SD</source>
        <translation>por DT</translation>
    </message>
    <message>
        <source>per ten years</source>
        <translation>en diez años</translation>
    </message>
    <message>
        <source>per unit</source>
        <translation>por unidad</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>percentil</translation>
    </message>
    <message>
        <source>percentile shift</source>
        <translation>cambio de percentil</translation>
    </message>
    <message>
        <source>percentile(x, 10) of all images</source>
        <translation>percentile(x, 10) de todas las imágenes</translation>
    </message>
    <message>
        <source>percentiles</source>
        <translation>percentiles</translation>
    </message>
    <message>
        <source>permutation</source>
        <translation>permutación</translation>
    </message>
    <message>
        <source>permutation baseline</source>
        <translation>referencia por permutación</translation>
    </message>
    <message>
        <source>permutation mean</source>
        <translation>media de las permutaciones</translation>
    </message>
    <message>
        <source>permutation p</source>
        <translation>p de las permutaciones</translation>
    </message>
    <message>
        <source>permutation scheme</source>
        <translation>esquema de permutación</translation>
    </message>
    <message>
        <source>permutation shuffles</source>
        <translation>barajados de la permutación</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>cabeceo</translation>
    </message>
    <message>
        <source>pitch_centred</source>
        <translation>cabeceo centrado</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>poor from</source>
        <translation>pobre desde</translation>
    </message>
    <message>
        <source>poor is</source>
        <translation>pobre es</translation>
    </message>
    <message>
        <source>poor share near</source>
        <translation>parte pobre cerca</translation>
    </message>
    <message>
        <source>poor share rest</source>
        <translation>parte pobre del resto</translation>
    </message>
    <message>
        <source>position</source>
        <translation>posición</translation>
    </message>
    <message>
        <source>predicted pitch</source>
        <translation>cabeceo predicho</translation>
    </message>
    <message>
        <source>predicted yaw</source>
        <translation>guiñada predicha</translation>
    </message>
    <message>
        <source>predictor</source>
        <translation>predictor</translation>
    </message>
    <message>
        <source>predictor “{}”</source>
        <translation>predictor «{}»</translation>
    </message>
    <message>
        <source>predictors</source>
        <translation>predictores</translation>
    </message>
    <message>
        <source>predictors; people: what images of a person have in common; slopes: that people differ in the effect of the first predictor; videos; rest</source>
        <translation>predictores; personas: lo que las imágenes de una persona tienen en común; pendientes: que las personas difieren en el efecto del primer predictor; vídeos; resto</translation>
    </message>
    <message>
        <source>preservation</source>
        <translation>conservación</translation>
    </message>
    <message>
        <source>preservation by chance</source>
        <translation>conservación por azar</translation>
    </message>
    <message>
        <source>privileges</source>
        <translation>privilegios</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>buscada</translation>
    </message>
    <message>
        <source>probing</source>
        <translation>sondeando</translation>
    </message>
    <message>
        <source>probing layers</source>
        <translation>sondeando capas</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>de perfil</translation>
    </message>
    <message>
        <source>profile units</source>
        <translation>unidades de perfil</translation>
    </message>
    <message>
        <source>promises another file: “{}” has SHA-256 {}, not {}; get the pack again</source>
        <translation>promete otro archivo: «{}» tiene SHA-256 {}, no {}; consiga el paquete de nuevo</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>protocolo</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>calidad</translation>
    </message>
    <message>
        <source>quality: this measure (default: that which goes most with the distance); edc: drawn in any case</source>
        <translation>quality: esta medida (por omisión: la que más sigue a la distancia); edc: se dibuja en todo caso</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>random</source>
        <translation>al azar</translation>
    </message>
    <message>
        <source>random images</source>
        <translation>imágenes al azar</translation>
    </message>
    <message>
        <source>random mean</source>
        <translation>media al azar</translation>
    </message>
    <message>
        <source>random-image splits</source>
        <translation>particiones de imágenes al azar</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>rango</translation>
    </message>
    <message>
        <source>rank of own identity</source>
        <translation>rango de la propia identidad</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>tasa</translation>
    </message>
    <message>
        <source>rater with all</source>
        <translation>evaluador con todos</translation>
    </message>
    <message>
        <source>rater with the others</source>
        <translation>evaluador con los demás</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>cociente</translation>
    </message>
    <message>
        <source>raw features</source>
        <translation>características sin normalizar</translation>
    </message>
    <message>
        <source>reading faces</source>
        <translation>leyendo caras</translation>
    </message>
    <message>
        <source>reading out subsets of units</source>
        <translation>leyendo subconjuntos de unidades</translation>
    </message>
    <message>
        <source>reading poses from landmarks</source>
        <translation>leyendo poses de los puntos de referencia</translation>
    </message>
    <message>
        <source>reading the index</source>
        <translation>leyendo el índice</translation>
    </message>
    <message>
        <source>reading the list</source>
        <translation>leyendo la lista</translation>
    </message>
    <message>
        <source>reading the lists</source>
        <translation>leyendo las listas</translation>
    </message>
    <message>
        <source>reading the manifest</source>
        <translation>leyendo el manifiesto</translation>
    </message>
    <message>
        <source>reading the map</source>
        <translation>leyendo el mapa</translation>
    </message>
    <message>
        <source>reading the table</source>
        <translation>leyendo la tabla</translation>
    </message>
    <message>
        <source>received a damaged request ({})</source>
        <translation>recibió una petición dañada ({})</translation>
    </message>
    <message>
        <source>received a message it cannot read: {}</source>
        <translation>recibió un mensaje que no puede leer: {}</translation>
    </message>
    <message>
        <source>received a message it does not expect</source>
        <translation>recibió un mensaje que no espera</translation>
    </message>
    <message>
        <source>received a request for “{}”, which it cannot run</source>
        <translation>recibió una petición para «{}», que no puede ejecutar</translation>
    </message>
    <message>
        <source>received a request with numbers out of range</source>
        <translation>recibió una petición con números fuera de rango</translation>
    </message>
    <message>
        <source>received crops of the wrong size</source>
        <translation>recibió recortes de tamaño erróneo</translation>
    </message>
    <message>
        <source>recomputing thresholds</source>
        <translation>recalculando umbrales</translation>
    </message>
    <message>
        <source>relating measures to distance</source>
        <translation>relacionando medidas con la distancia</translation>
    </message>
    <message>
        <source>rendering faces</source>
        <translation>generando caras</translation>
    </message>
    <message>
        <source>reported, right and first</source>
        <translation>señalada, correcta y primera</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>resuelto</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>resto</translation>
    </message>
    <message>
        <source>returns NaN or infinity for an ordinary image</source>
        <translation>devuelve NaN o infinito para una imagen corriente</translation>
    </message>
    <message>
        <source>returns an array of shape {} for {} image(s) where one row per image is expected</source>
        <translation>devuelve una matriz de forma {} para {} imagen(es) donde se espera una fila por imagen</translation>
    </message>
    <message>
        <source>returns another feature each time for the same image; it was perhaps saved in training mode</source>
        <translation>devuelve cada vez otra característica para la misma imagen; quizá se guardó en modo de entrenamiento</translation>
    </message>
    <message>
        <source>returns several outputs of {} numbers per image, {}; name the one that is the feature in its descriptor: {}</source>
        <translation>devuelve varias salidas de {} números por imagen, {}; nombre en su descriptor la que es la característica: {}</translation>
    </message>
    <message>
        <source>returns {} numbers per image where its descriptor says {}</source>
        <translation>devuelve {} números por imagen donde su descriptor dice {}</translation>
    </message>
    <message>
        <source>returns {}, none of which has the {} numbers per image that its descriptor says</source>
        <translation>devuelve {}, y ninguna tiene los {} números por imagen que dice su descriptor</translation>
    </message>
    <message>
        <source>returns “{}” of {} where one norm per image is expected, as its descriptor says</source>
        <translation>devuelve «{}» de {} donde se espera una norma por imagen, como dice su descriptor</translation>
    </message>
    <message>
        <source>ridge regression</source>
        <translation>regresión de cresta</translation>
    </message>
    <message>
        <source>right identity first</source>
        <translation>la identidad correcta primero</translation>
    </message>
    <message>
        <source>rises</source>
        <translation>sube</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>alabeo</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>rotación</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>rsa: ρ of identities&apos; distances; rsa_unbiased: of squared distances that noise does not make larger; rsa_across: from different images of each identity; rsa_corrected: that over its ceiling; cka: unbiased, of all images; procrustes: of the images that it is fitted to; procrustes_held_out: R² on other identities; neighbours: share in common</source>
        <translation>rsa: ρ de las distancias de las identidades; rsa_unbiased: de las distancias al cuadrado que el ruido no agranda; rsa_across: con imágenes distintas de cada identidad; rsa_corrected: eso dividido por su techo; cka: sin sesgo, de todas las imágenes; procrustes: de las imágenes a las que se ajusta; procrustes_held_out: R² con otras identidades; neighbours: parte en común</translation>
    </message>
    <message>
        <source>running</source>
        <translation>ejecutar</translation>
    </message>
    <message>
        <source>said</source>
        <translation>dicho</translation>
    </message>
    <message>
        <source>same above</source>
        <translation>el mismo por encima de</translation>
    </message>
    <message>
        <source>same identity</source>
        <translation>misma identidad</translation>
    </message>
    <message>
        <source>same identity ({})</source>
        <translation>misma identidad ({})</translation>
    </message>
    <message>
        <source>same identity, other identity (of the same class), other class</source>
        <translation>misma identidad, otra identidad (de la misma clase), otra clase</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>mismo nombre</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>misma imagen</translation>
    </message>
    <message>
        <source>same pixels</source>
        <translation>mismos píxeles</translation>
    </message>
    <message>
        <source>says {} for &quot;{}&quot;, which should be {}</source>
        <translation>dice {} en &quot;{}&quot;, que debería ser {}</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>escala</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>script accuracy</source>
        <translation>exactitud del script</translation>
    </message>
    <message>
        <source>script accuracy SD</source>
        <translation>DT de la exactitud del script</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>búsquedas</translation>
    </message>
    <message>
        <source>searching galleries</source>
        <translation>buscando en las galerías</translation>
    </message>
    <message>
        <source>seccomp</source>
        <translation>seccomp</translation>
    </message>
    <message>
        <source>second</source>
        <translation>segundo</translation>
    </message>
    <message>
        <source>second distance</source>
        <translation>segunda distancia</translation>
    </message>
    <message>
        <source>second example</source>
        <translation>segundo ejemplo</translation>
    </message>
    <message>
        <source>second identity</source>
        <translation>segunda identidad</translation>
    </message>
    <message>
        <source>second images</source>
        <translation>imágenes del segundo</translation>
    </message>
    <message>
        <source>second in first</source>
        <translation>segundo en el primero</translation>
    </message>
    <message>
        <source>second is a part</source>
        <translation>la segunda es una parte</translation>
    </message>
    <message>
        <source>second neighbour</source>
        <translation>segundo vecino</translation>
    </message>
    <message>
        <source>second network</source>
        <translation>segunda red</translation>
    </message>
    <message>
        <source>second percentile</source>
        <translation>segundo percentil</translation>
    </message>
    <message>
        <source>second reliability</source>
        <translation>fiabilidad del segundo</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semilla</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>seleccionadas</translation>
    </message>
    <message>
        <source>settings for cutting out faces</source>
        <translation>ajustes distintos para recortar las caras</translation>
    </message>
    <message>
        <source>shard {} is kept in “{}”</source>
        <translation>la parte {} se guarda en «{}»</translation>
    </message>
    <message>
        <source>share</source>
        <translation>parte del total</translation>
    </message>
    <message>
        <source>shared identities</source>
        <translation>identidades compartidas</translation>
    </message>
    <message>
        <source>shared images</source>
        <translation>imágenes compartidas</translation>
    </message>
    <message>
        <source>shuffled labels, 97.5th percentile</source>
        <translation>etiquetas barajadas, percentil 97.5</translation>
    </message>
    <message>
        <source>shuffles</source>
        <translation>barajados</translation>
    </message>
    <message>
        <source>side</source>
        <translation>lado</translation>
    </message>
    <message>
        <source>significant fraction</source>
        <translation>fracción significativa</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>menor de los dos</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>menor</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>suavizado</translation>
    </message>
    <message>
        <source>smooth R²</source>
        <translation>R² del suavizado</translation>
    </message>
    <message>
        <source>sparse</source>
        <translation>dispersa</translation>
    </message>
    <message>
        <source>square of the features&apos; unit</source>
        <translation>cuadrado de la unidad de las características</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>raíz cuadrada</translation>
    </message>
    <message>
        <source>standard deviation of all images</source>
        <translation>desviación típica de todas las imágenes</translation>
    </message>
    <message>
        <source>standard deviations</source>
        <translation>desviaciones típicas</translation>
    </message>
    <message>
        <source>starting the network</source>
        <translation>iniciando la red</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>still</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>stopped (exit code {})</source>
        <translation>se detuvo (código de salida {})</translation>
    </message>
    <message>
        <source>stopped (signal {})</source>
        <translation>se detuvo (señal {})</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>guardada</translation>
    </message>
    <message>
        <source>storing</source>
        <translation>guardando</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fuerte</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>t-SNE, perplexity {:g}.</source>
        <translation>t-SNE, perplejidad {}.</translation>
    </message>
    <message>
        <source>t-SNE.</source>
        <translation>t-SNE.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabla</translation>
    </message>
    <message>
        <source>table of ratings</source>
        <translation>tabla de valoraciones</translation>
    </message>
    <message>
        <source>tag() needs a text in quotes, as in tag(&quot;blurred&quot;).</source>
        <translation>tag() necesita un texto entre comillas, como en tag(&quot;blurred&quot;).</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>tomado por</translation>
    </message>
    <message>
        <source>taken for example</source>
        <translation>ejemplo de aquel por quien se toma</translation>
    </message>
    <message>
        <source>taken for times</source>
        <translation>veces tomado por</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>template pairs of {}</source>
        <translation>pares de plantillas de {}</translation>
    </message>
    <message>
        <source>that of the measure</source>
        <translation>la de la medida</translation>
    </message>
    <message>
        <source>that of the target</source>
        <translation>la del objetivo</translation>
    </message>
    <message>
        <source>the dataset “{}” of “{}”</source>
        <translation>el conjunto de datos «{}» de «{}»</translation>
    </message>
    <message>
        <source>the false match rate</source>
        <translation>la tasa de falsas coincidencias</translation>
    </message>
    <message>
        <source>the false non-match rate</source>
        <translation>la tasa de falsas no coincidencias</translation>
    </message>
    <message>
        <source>the features&apos; cosine</source>
        <translation>el coseno de las características</translation>
    </message>
    <message>
        <source>the larger of two</source>
        <translation>el mayor de dos</translation>
    </message>
    <message>
        <source>the map “{}” has no valid dimension</source>
        <translation>el mapa «{}» no tiene una dimensión válida</translation>
    </message>
    <message>
        <source>the network cannot be used.</source>
        <translation>la red no se puede usar.</translation>
    </message>
    <message>
        <source>the path “{}” in it leads out of the images&apos; folder</source>
        <translation>la ruta «{}» que contiene lleva fuera de la carpeta de imágenes</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>el resto</translation>
    </message>
    <message>
        <source>the same rank</source>
        <translation>el mismo rango</translation>
    </message>
    <message>
        <source>the shapes of its inputs do not go together</source>
        <translation>las formas de sus entradas no concuerdan</translation>
    </message>
    <message>
        <source>the smaller of two</source>
        <translation>el menor de dos</translation>
    </message>
    <message>
        <source>the system gave no reason</source>
        <translation>el sistema no dio ninguna razón</translation>
    </message>
    <message>
        <source>the weights&apos; file name</source>
        <translation>el nombre del archivo de pesos</translation>
    </message>
    <message>
        <source>there is more behind its end</source>
        <translation>hay algo más detrás de su final</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>no hay memoria suficiente</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>umbral</translation>
    </message>
    <message>
        <source>threshold rule</source>
        <translation>regla del umbral</translation>
    </message>
    <message>
        <source>times</source>
        <translation>veces</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>to all</source>
        <translation>entre todos</translation>
    </message>
    <message>
        <source>to the nearest whole number</source>
        <translation>al número entero más cercano</translation>
    </message>
    <message>
        <source>together</source>
        <translation>juntos</translation>
    </message>
    <message>
        <source>told apart</source>
        <translation>distinguidos</translation>
    </message>
    <message>
        <source>trait</source>
        <translation>rasgo</translation>
    </message>
    <message>
        <source>trend</source>
        <translation>tendencia</translation>
    </message>
    <message>
        <source>trend p</source>
        <translation>p de la tendencia</translation>
    </message>
    <message>
        <source>true</source>
        <translation>verdadera</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>trustworthiness</source>
        <translation>fiabilidad del mapa</translation>
    </message>
    <message>
        <source>trying how the network is fed</source>
        <translation>probando cómo se alimenta la red</translation>
    </message>
    <message>
        <source>turn percentile</source>
        <translation>percentil del giro</translation>
    </message>
    <message>
        <source>two classes</source>
        <translation>dos clases</translation>
    </message>
    <message>
        <source>two images of one person</source>
        <translation>dos imágenes de una persona</translation>
    </message>
    <message>
        <source>two people</source>
        <translation>dos personas</translation>
    </message>
    <message>
        <source>two people of one class</source>
        <translation>dos personas de una clase</translation>
    </message>
    <message>
        <source>two people of two classes</source>
        <translation>dos personas de dos clases</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>unit cosine</source>
        <translation>coseno con la unidad</translation>
    </message>
    <message>
        <source>units</source>
        <translation>unidades</translation>
    </message>
    <message>
        <source>upper ceiling</source>
        <translation>techo superior</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor medido</translation>
    </message>
    <message>
        <source>van der Maaten 2014</source>
        <translation>van der Maaten 2014</translation>
    </message>
    <message>
        <source>variance over features</source>
        <translation>varianza entre características</translation>
    </message>
    <message>
        <source>variance over identities</source>
        <translation>varianza entre identidades</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>veredicto</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vídeo</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>vídeos</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vista</translation>
    </message>
    <message>
        <source>view-dependence: order of the columns</source>
        <translation>view-dependence: orden de las columnas</translation>
    </message>
    <message>
        <source>view-dependence: order of the rows</source>
        <translation>view-dependence: orden de las filas</translation>
    </message>
    <message>
        <source>view-dependence: what the colour of a cell says</source>
        <translation>view-dependence: qué dice el color de una celda</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>débil</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos distintos</translation>
    </message>
    <message>
        <source>what</source>
        <translation>qué</translation>
    </message>
    <message>
        <source>whole identities</source>
        <translation>identidades enteras</translation>
    </message>
    <message>
        <source>with the earliest image</source>
        <translation>con la imagen más antigua</translation>
    </message>
    <message>
        <source>within identity</source>
        <translation>dentro de la identidad</translation>
    </message>
    <message>
        <source>without its sign</source>
        <translation>sin su signo</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>yaw</source>
        <translation>guiñada</translation>
    </message>
    <message>
        <source>yaw from</source>
        <translation>guiñada según</translation>
    </message>
    <message>
        <source>yaw: degrees</source>
        <translation>guiñada: grados</translation>
    </message>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message numerus="yes">
        <source>{0} of 1 identity.</source>
        <comment>{0} of {1} identities.</comment>
        <translation>
            <numerusform>{0} de 1 identidad.</numerusform>
            <numerusform>{0} de {1} identidades.</numerusform>
        </translation>
    </message>
    <message>
        <source>{:g} dpi is no resolution for a figure: choose 10 to 4800.</source>
        <translation>{} ppp no es resolución para una figura: elija de 10 a 4800.</translation>
    </message>
    <message>
        <source>{} (features are counted from 0, as in the feature files)</source>
        <translation>{} (las características se cuentan desde 0, como en sus archivos)</translation>
    </message>
    <message>
        <source>{} ({} to {})</source>
        <translation>{} ({} a {})</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>{} &gt; {}</source>
        <translation>{} &gt; {}</translation>
    </message>
    <message>
        <source>{} bins are not possible; choose at least 1.</source>
        <translation>{} intervalos no son posibles; elija al menos 1.</translation>
    </message>
    <message>
        <source>{} cannot be read to its end; it is damaged.</source>
        <translation>{} no se puede leer hasta el final; está dañado.</translation>
    </message>
    <message>
        <source>{} cannot be read.</source>
        <translation>No se puede leer {}.</translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>{} no se puede leer: {}.</translation>
    </message>
    <message numerus="yes">
        <source>{} cell of “{}” could not be read and takes no part.</source>
        <comment>{} cells of “{}” could not be read and take no part.</comment>
        <translation>
            <numerusform>No se pudo leer {} celda de «{}», que no participa.</numerusform>
            <numerusform>No se pudieron leer {} celdas de «{}», que no participan.</numerusform>
        </translation>
    </message>
    <message>
        <source>{} does not vary and is not held fixed.</source>
        <translation>{} no varía y no se mantiene fijo.</translation>
    </message>
    <message>
        <source>{} ends within its header.</source>
        <translation>{} termina dentro de su cabecera.</translation>
    </message>
    <message>
        <source>{} error, predicted − label ({})</source>
        <translation>{}: error, predicho − etiqueta ({})</translation>
    </message>
    <message>
        <source>{} extracted, {} there before, {} skipped, {:.1f} s.</source>
        <translation>{} extraídas, {} ya estaban, {} omitidas, {} s.</translation>
    </message>
    <message>
        <source>{} folds are not possible; choose 2 to 32.</source>
        <translation>{} particiones no son posibles; elija de 2 a 32.</translation>
    </message>
    <message>
        <source>{} folds in place of {}: there are {} labelled identities.</source>
        <translation>{} particiones en lugar de {}: hay {} identidades etiquetadas.</translation>
    </message>
    <message>
        <source>{} groups as labelled in column “{}”, at one threshold for all.</source>
        <translation>{} grupos según la columna «{}», con un umbral para todos.</translation>
    </message>
    <message>
        <source>{} has 1 dimension; features need two: a row per image, a column per value.</source>
        <translation>{} tiene 1 dimensión; las características necesitan dos: una fila por imagen, una columna por valor.</translation>
    </message>
    <message>
        <source>{} has a damaged NumPy header.</source>
        <translation>{} tiene la cabecera NumPy dañada.</translation>
    </message>
    <message>
        <source>{} has more bytes than its {} × {} values; it is damaged.</source>
        <translation>{} tiene más bytes que sus {} × {} valores; está dañado.</translation>
    </message>
    <message>
        <source>{} has {} dimensions; features need two: a row per image, a column per value.</source>
        <translation>{} tiene {} dimensiones; las características necesitan dos: una fila por imagen, una columna por valor.</translation>
    </message>
    <message>
        <source>{} has {} rows, the project {} images.</source>
        <translation>{} tiene {} filas y el proyecto {} imágenes.</translation>
    </message>
    <message>
        <source>{} high</source>
        <translation>{} sup.</translation>
    </message>
    <message>
        <source>{} holds records with fields; features must be plain float16, float32 or float64.</source>
        <translation>{} contiene registros con campos; las características deben ser float16, float32 o float64 simples.</translation>
    </message>
    <message>
        <source>{} holds values of type “{}”; features must be float16, float32 or float64.</source>
        <translation>{} contiene valores de tipo «{}»; las características deben ser float16, float32 o float64.</translation>
    </message>
    <message>
        <source>{} identities are few: intervals tend to be too narrow below {}.</source>
        <translation>{} identidades son pocas: los intervalos tienden a ser demasiado estrechos por debajo de {}.</translation>
    </message>
    <message numerus="yes">
        <source>{} image</source>
        <comment>{} images</comment>
        <translation>
            <numerusform>{} imagen</numerusform>
            <numerusform>{} imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>{} images are the only ones of their identity and cannot be judged.</source>
        <translation>{} imágenes son las únicas de su identidad y no se pueden juzgar.</translation>
    </message>
    <message>
        <source>{} images are too few for {} identities; ask for at least one for each.</source>
        <translation>{} imágenes son demasiado pocas para {} identidades; pida al menos una para cada una.</translation>
    </message>
    <message>
        <source>{} images of {} identities.</source>
        <translation>{} imágenes de {} identidades.</translation>
    </message>
    <message>
        <source>{} images of {} people that have all the numbers, others held fixed each time. Lines are straight: what rises and falls again has a small effect here.</source>
        <translation>{} imágenes de {} personas que tienen todos los números, cada vez con los demás fijos. Las líneas son rectas: lo que sube y vuelve a bajar tiene aquí un efecto pequeño.</translation>
    </message>
    <message>
        <source>{} images, neighbours by {}: {:.1f} % in common on average, {:.1f} % by chance.</source>
        <translation>{} imágenes, vecinos por {}: {} % en común de media, {} % por azar.</translation>
    </message>
    <message>
        <source>{} is damaged, or has not a text for each row.</source>
        <translation>{} está dañado, o no tiene un texto por cada fila.</translation>
    </message>
    <message>
        <source>{} is damaged.</source>
        <translation>{} está dañado.</translation>
    </message>
    <message>
        <source>{} is empty ({} × {}).</source>
        <translation>{} está vacío ({} × {}).</translation>
    </message>
    <message>
        <source>{} is incomplete: {} × {} values were announced, {} are there.</source>
        <translation>{} está incompleto: se anunciaron {} × {} valores y hay {}.</translation>
    </message>
    <message>
        <source>{} is not a NumPy array.</source>
        <translation>{} no es una matriz NumPy.</translation>
    </message>
    <message>
        <source>{} is not a list of texts.</source>
        <translation>{} no es una lista de textos.</translation>
    </message>
    <message>
        <source>{} is of a NumPy format that is not known.</source>
        <translation>{} es de un formato de NumPy desconocido.</translation>
    </message>
    <message>
        <source>{} is the same ({:g}) for all {} images, so nothing can be related to it.</source>
        <translation>{} es igual ({}) en las {} imágenes, así que nada se puede relacionar con ello.</translation>
    </message>
    <message>
        <source>{} is {:g}; it can be {:g} to {:g}.</source>
        <translation>{} es {}; puede ser de {} a {}.</translation>
    </message>
    <message>
        <source>{} is {} throughout.</source>
        <translation>{}: {} en todos los pasos.</translation>
    </message>
    <message>
        <source>{} layers of “{}”, over {} images of {} identities.</source>
        <translation>{} capas de «{}», con {} imágenes de {} identidades.</translation>
    </message>
    <message>
        <source>{} low</source>
        <translation>{} inf.</translation>
    </message>
    <message>
        <source>{} measured, {} there before, {} skipped, {:.1f} s.</source>
        <translation>{} medidas, {} ya estaban, {} omitidas, {} s.</translation>
    </message>
    <message numerus="yes">
        <source>{} more pair of identities is as alike, though one of the two has a nearer one: one person may have several names.</source>
        <comment>{} more pairs of identities are as alike, though one of the two has a nearer one: one person may have several names.</comment>
        <translation>
            <numerusform>{} par más de identidades se parece igual, aunque una de las dos tiene otra más cercana: una persona puede tener varios nombres.</numerusform>
            <numerusform>{} pares más de identidades se parecen igual, aunque una de las dos tiene otra más cercana: una persona puede tener varios nombres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} name looks like two people (halves with a cosine below {})</source>
        <comment>{} names look like two people (halves with a cosine below {})</comment>
        <translation>
            <numerusform>{} nombre parece dos personas (mitades con un coseno por debajo de {})</numerusform>
            <numerusform>{} nombres parecen dos personas (mitades con un coseno por debajo de {})</numerusform>
        </translation>
    </message>
    <message>
        <source>{} neighbours cannot be found among {} images.</source>
        <translation>No se pueden buscar {} vecinos entre {} imágenes.</translation>
    </message>
    <message>
        <source>{} neighbours cannot be judged among {} images: ask for fewer than half.</source>
        <translation>{} vecinos no se pueden juzgar entre {} imágenes: pida menos de la mitad.</translation>
    </message>
    <message>
        <source>{} neighbours of each of {} images cannot be found: ask for 1 to {}.</source>
        <translation>No se pueden buscar {} vecinos de cada una de {} imágenes: pida de 1 a {}.</translation>
    </message>
    <message>
        <source>{} of each image&apos;s {} nearest neighbours are the same in both; {} by chance.</source>
        <translation>{} de los {} vecinos más cercanos de cada imagen son los mismos en ambos; {} por azar.</translation>
    </message>
    <message>
        <source>{} of the face</source>
        <translation>{} de la cara</translation>
    </message>
    <message numerus="yes">
        <source>{} of the values is the same for every image.</source>
        <comment>{} of the values are the same for every image.</comment>
        <translation>
            <numerusform>{} de los valores es el mismo en todas las imágenes.</numerusform>
            <numerusform>{} de los valores son los mismos en todas las imágenes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of {} identities is in “{}”, too, under whatever name (each the other&apos;s nearest, cosine above {}).</source>
        <comment>{} of {} identities are in “{}”, too, under whatever name (each the other&apos;s nearest, cosine above {}).</comment>
        <translation>
            <numerusform>{} de {} identidades está también en «{}», con el nombre que sea (cada una es la más cercana de la otra, coseno superior a {}).</numerusform>
            <numerusform>{} de {} identidades están también en «{}», con el nombre que sea (cada una es la más cercana de la otra, coseno superior a {}).</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {} images.</source>
        <translation>{} de {} imágenes.</translation>
    </message>
    <message>
        <source>{} of {} images; the others are pale.</source>
        <translation>{} de {} imágenes; las demás están pálidas.</translation>
    </message>
    <message>
        <source>{} on {}, since {} UTC ({}, process {})</source>
        <translation>{} en {}, desde {} UTC ({}, proceso {})</translation>
    </message>
    <message>
        <source>{} or {} is fully given by what is held fixed, so no partial correlation exists; hold fewer quantities fixed.</source>
        <translation>{} o {} queda determinado por lo que se mantiene fijo, así que no hay correlación parcial; fije menos cantidades.</translation>
    </message>
    <message>
        <source>{} other measures</source>
        <translation>otras {} medidas</translation>
    </message>
    <message numerus="yes">
        <source>{} pair of images is the same picture, or has alike features</source>
        <comment>{} pairs of images are the same picture, or have alike features</comment>
        <translation>
            <numerusform>{} par de imágenes es la misma imagen o tiene características parecidas</numerusform>
            <numerusform>{} pares de imágenes son la misma imagen o tienen características parecidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} pair of images of the two projects is one picture, or a part of one.</source>
        <comment>{} pairs of images of the two projects are one picture, or a part of one.</comment>
        <translation>
            <numerusform>{} par de imágenes de los dos proyectos es una misma foto, o una parte de ella.</numerusform>
            <numerusform>{} pares de imágenes de los dos proyectos son una misma foto, o una parte de ella.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} pair of names looks like one person (cosine above {})</source>
        <comment>{} pairs of names look like one person (cosine above {})</comment>
        <translation>
            <numerusform>{} par de nombres parece una sola persona (coseno por encima de {})</numerusform>
            <numerusform>{} pares de nombres parecen una sola persona (coseno por encima de {})</numerusform>
        </translation>
    </message>
    <message>
        <source>{} pairs of images have a cosine of {} or more; the {} most alike were compared as pictures (--candidates).</source>
        <translation>{} pares de imágenes tienen un coseno de {} o más; los {} más parecidos se compararon como fotos (--candidates).</translation>
    </message>
    <message>
        <source>{} pairs of images have a cosine of {} or more; the {} most alike were compared as pictures.</source>
        <translation>{} pares de imágenes tienen un coseno de {} o más; los {} más parecidos se compararon como imágenes.</translation>
    </message>
    <message>
        <source>{} pairs of images have features with a cosine of {} or more but are no same pictures: here features alone do not tell duplicates, and these are not listed.</source>
        <translation>{} pares de imágenes tienen características con un coseno de {} o más sin ser la misma imagen: aquí las características por sí solas no revelan duplicados, y estos no se listan.</translation>
    </message>
    <message>
        <source>{} pairs of {} people, up to {} years apart by the {} in “{}”.</source>
        <translation>{} pares de {} personas, separados hasta {} años según {} en «{}».</translation>
    </message>
    <message>
        <source>{} pairs were left out because an image or template is not there or has no feature.</source>
        <translation>Se dejaron fuera {} pares porque una imagen o plantilla no está o no tiene característica.</translation>
    </message>
    <message numerus="yes">
        <source>{} unit, drawn at random, tells identity with an AUC of {}.</source>
        <comment>{} units, drawn at random, tell identity with an AUC of {}.</comment>
        <translation>
            <numerusform>{} unidad, tomada al azar, distingue la identidad con un AUC de {}.</numerusform>
            <numerusform>{} unidades, tomadas al azar, distinguen la identidad con un AUC de {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{} ≈ {}</source>
        <translation>{} ≈ {}</translation>
    </message>
    <message>
        <source>{}() needs a column here.</source>
        <translation>{}() necesita aquí una columna.</translation>
    </message>
    <message>
        <source>{}() needs a number here.</source>
        <translation>{}() necesita aquí un número.</translation>
    </message>
    <message>
        <source>{}() takes one value.</source>
        <translation>{}() lleva un valor.</translation>
    </message>
    <message>
        <source>{}() takes two values.</source>
        <translation>{}() lleva dos valores.</translation>
    </message>
    <message>
        <source>{}, balanced accuracy</source>
        <translation>{}, exactitud equilibrada</translation>
    </message>
    <message>
        <source>{}, mean over random splits of the images</source>
        <translation>{}, media de divisiones al azar de las imágenes</translation>
    </message>
    <message>
        <source>{}, mean {}, std {}, aligned by landmarks</source>
        <translation>{}, media {}, desviación {}, alineada por puntos de referencia</translation>
    </message>
    <message>
        <source>{}, mean {}, std {}, cut out by the box</source>
        <translation>{}, media {}, desviación {}, recortada por el recuadro</translation>
    </message>
    <message>
        <source>{}, other {}</source>
        <translation>{}, otra {}</translation>
    </message>
    <message>
        <source>{}, out of fold, on identities not fitted to</source>
        <translation>{}, fuera de la partición, en identidades a las que no se ajustó</translation>
    </message>
    <message>
        <source>{}, random</source>
        <translation>{}, al azar</translation>
    </message>
    <message>
        <source>{}, random splits, SD</source>
        <translation>{}, divisiones al azar, DT</translation>
    </message>
    <message>
        <source>{}, random splits, high</source>
        <translation>{}, divisiones al azar, sup.</translation>
    </message>
    <message>
        <source>{}, random splits, low</source>
        <translation>{}, divisiones al azar, inf.</translation>
    </message>
    <message>
        <source>{}, random splits, mean</source>
        <translation>{}, divisiones al azar, media</translation>
    </message>
    <message>
        <source>{}, same conditions</source>
        <translation>{}, mismas condiciones</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
    <message>
        <source>{}: of {} identities the right one comes first in {} of {} searches; by chance it would in {}.</source>
        <translation>{}: de {} identidades la correcta es la primera en {} de {} búsquedas; por azar lo sería en {}.</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{}nd percentile</source>
        <translation>percentil {}</translation>
    </message>
    <message>
        <source>{}rd percentile</source>
        <translation>percentil {}</translation>
    </message>
    <message>
        <source>{}st percentile</source>
        <translation>percentil {}</translation>
    </message>
    <message>
        <source>{}th percentile</source>
        <translation>percentil {}</translation>
    </message>
    <message>
        <source>|cos| with that axis</source>
        <translation>|cos| con ese eje</translation>
    </message>
    <message>
        <source>|cos| with that component</source>
        <translation>|cos| con esa componente</translation>
    </message>
    <message>
        <source>|pitch|</source>
        <translation>|cabeceo|</translation>
    </message>
    <message>
        <source>|pitch| up to this is centred, degrees</source>
        <translation>Hasta este |cabeceo| se considera centrado, grados</translation>
    </message>
    <message>
        <source>|yaw|</source>
        <translation>|guiñada|</translation>
    </message>
    <message>
        <source>|yaw| from this is profile, degrees</source>
        <translation>Desde esta |guiñada| se considera perfil, grados</translation>
    </message>
    <message>
        <source>|yaw| up to this is frontal, degrees</source>
        <translation>Hasta esta |guiñada| se considera frontal, grados</translation>
    </message>
    <message>
        <source>~ looks within texts; this is a number.</source>
        <translation>~ busca dentro de textos; esto es un número.</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>η²</source>
        <translation>η²</translation>
    </message>
    <message>
        <source>η² of single units</source>
        <translation>η² de unidades sueltas</translation>
    </message>
    <message>
        <source>η² without what sampling adds</source>
        <translation>η² sin lo que añade el muestreo</translation>
    </message>
    <message>
        <source>ρ</source>
        <translation>ρ</translation>
    </message>
    <message>
        <source>ρ of the first space&apos;s distances from two halves of each identity&apos;s images</source>
        <translation>ρ de las distancias del primer espacio a partir de dos mitades de las imágenes de cada identidad</translation>
    </message>
    <message>
        <source>“{0}” has no column “{1}”; its columns are {2}: say which one it is with --map {1}=COLUMN or in the import dialog.</source>
        <translation>«{0}» no tiene la columna «{1}»; sus columnas son {2}: diga cuál es con --map {1}=COLUMNA o en el diálogo de importación.</translation>
    </message>
    <message numerus="yes">
        <source>“{1}” in column “{2}” was taken for no value, in 1 row.</source>
        <comment>“{1}” and the like in column “{2}” were taken for no value, in {0} rows.</comment>
        <translation>
            <numerusform>«{1}» en la columna «{2}» se tomó por falta de valor, en 1 fila.</numerusform>
            <numerusform>«{1}» y similares en la columna «{2}» se tomaron por falta de valor, en {0} filas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{1}” names 1 image or template that is not there or could be several: “{2}”.</source>
        <comment>“{1}” names {0} images or templates that are not there or could be several, “{2}” for one.</comment>
        <translation>
            <numerusform>«{1}» nombra 1 imagen o plantilla que no está o podría ser varias: «{2}».</numerusform>
            <numerusform>«{1}» nombra {0} imágenes o plantillas que no están o podrían ser varias, «{2}» por ejemplo.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{{{}}}” in the pattern “{}” should end in a width of 1 to 255, as in {{identity:3}}.</source>
        <translation>«{{{}}}» en el patrón «{}» debería terminar en un ancho de 1 a 255, como en {{identity:3}}.</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>«{}»</translation>
    </message>
    <message>
        <source>“{}” ({})</source>
        <translation>«{}» ({})</translation>
    </message>
    <message>
        <source>“{}” ({}): {} at the first layer, “{}”; {} at the last, “{}”; the difference is {}.</source>
        <translation>«{}» ({}): {} en la primera capa, «{}»; {} en la última, «{}»; la diferencia es {}.</translation>
    </message>
    <message>
        <source>“{}” and “{}” hold features of different networks.</source>
        <translation>«{}» y «{}» contienen características de redes distintas.</translation>
    </message>
    <message>
        <source>“{}” and “{}” hold features “{}” of different {}.</source>
        <translation>«{}» y «{}» contienen características «{}» de {}.</translation>
    </message>
    <message>
        <source>“{}” and “{}” of “{}” are two networks: their features cannot be compared.</source>
        <translation>«{}» y «{}» de «{}» son dos redes: sus características no se pueden comparar.</translation>
    </message>
    <message>
        <source>“{}” and “{}” over {} images of {} identities: distances of identities go together with ρ {}.</source>
        <translation>«{}» y «{}» sobre {} imágenes de {} identidades: las distancias entre identidades van juntas con ρ {}.</translation>
    </message>
    <message>
        <source>“{}” and “{}” were not compared over the same pairs, or without intervals, so there is no paired difference here; “facespace-cli compare” takes the images that both have.</source>
        <translation>«{}» y «{}» no se compararon sobre los mismos pares, o sin intervalos, así que aquí no hay diferencia pareada; «facespace-cli compare» toma las imágenes que ambas tienen.</translation>
    </message>
    <message>
        <source>“{}” asks for {} steps; a sweep has 2 to {}.</source>
        <translation>«{}» pide {} pasos; un barrido tiene de 2 a {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be compared with itself; name two networks.</source>
        <translation>«{}» no se puede comparar consigo misma; nombre dos redes.</translation>
    </message>
    <message>
        <source>“{}” cannot be made: {}.</source>
        <translation>«{}» no se puede crear: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be opened or its folder cannot be written; check the permissions.</source>
        <translation>«{}» no se puede abrir o no se puede escribir en su carpeta; compruebe los permisos.</translation>
    </message>
    <message>
        <source>“{}” cannot be opened.</source>
        <translation>«{}» no se puede abrir.</translation>
    </message>
    <message>
        <source>“{}” cannot be opened: {}.</source>
        <translation>«{}» no se puede abrir: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be put into “{}”: {}.</source>
        <translation>«{}» no se puede poner en «{}»: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be read or written: {}.</source>
        <translation>«{}» no se puede leer ni escribir: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be read.</source>
        <translation>«{}» no se puede leer.</translation>
    </message>
    <message>
        <source>“{}” cannot be read: {}.</source>
        <translation>«{}» no se puede leer: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be read; check its permissions.</source>
        <translation>«{}» no se puede leer; compruebe sus permisos.</translation>
    </message>
    <message>
        <source>“{}” cannot be read; check that it exists.</source>
        <translation>«{}» no se puede leer; compruebe que existe.</translation>
    </message>
    <message>
        <source>“{}” cannot be read; check that the file exists.</source>
        <translation>«{}» no se puede leer; compruebe que el archivo existe.</translation>
    </message>
    <message>
        <source>“{}” cannot be written: {}.</source>
        <translation>No se puede escribir “{}”: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be written; save a copy of it elsewhere and change that.</source>
        <translation>«{}» no se puede escribir; guarde una copia en otro lugar y cambie esa.</translation>
    </message>
    <message>
        <source>“{}” could not be made smaller ({}).</source>
        <translation>«{}» no se pudo reducir ({}).</translation>
    </message>
    <message>
        <source>“{}” cuts too finely: choose at most {} shards.</source>
        <translation>«{}» corta demasiado fino: elija como mucho {} partes.</translation>
    </message>
    <message>
        <source>“{}” does not exist.</source>
        <translation>«{}» no existe.</translation>
    </message>
    <message>
        <source>“{}” does not hold the weights that the features “{}” were made with; put those back, or extract again under another name.</source>
        <translation>«{}» no contiene los pesos con los que se hicieron las características «{}»; devuélvalos a su sitio o extraiga de nuevo con otro nombre.</translation>
    </message>
    <message>
        <source>“{}” does not name two different classes; save the predictor again.</source>
        <translation>«{}» no nombra dos clases distintas; guarde de nuevo el predictor.</translation>
    </message>
    <message>
        <source>“{}” does not say in &quot;preprocessing&quot; what mean and std the network takes.</source>
        <translation>«{}» no dice en &quot;preprocessing&quot; qué media y qué desviación toma la red.</translation>
    </message>
    <message>
        <source>“{}” does not say which pairs are one person; the identities of the project do.</source>
        <translation>«{}» no dice qué pares son una misma persona; lo dicen las identidades del proyecto.</translation>
    </message>
    <message>
        <source>“{}” exists already; choose another name or remove it first.</source>
        <translation>«{}» ya existe; elija otro nombre o bórrelo antes.</translation>
    </message>
    <message>
        <source>“{}” exists already; choose another name.</source>
        <translation>«{}» ya existe; elija otro nombre.</translation>
    </message>
    <message>
        <source>“{}” gives a sign or a unit to {}; only yaw, pitch and roll take one.</source>
        <translation>«{}» da un signo o una unidad a {}; solo yaw, pitch y roll los admiten.</translation>
    </message>
    <message>
        <source>“{}” gives no features of faces: by its inputs and outputs it is {}.</source>
        <translation>«{}» no da características de caras: por sus entradas y salidas es {}.</translation>
    </message>
    <message>
        <source>“{}” gives the same face in “{}” to two subjects: {} on line {} and {} on line {}.</source>
        <translation>«{}» da la misma cara de «{}» a dos sujetos: {} en la línea {} y {} en la línea {}.</translation>
    </message>
    <message>
        <source>“{}” has a column for {} but none for {}; give all four columns of the face box or none.</source>
        <translation>«{}» tiene una columna para {} pero ninguna para {}; dé las cuatro columnas del recuadro de la cara o ninguna.</translation>
    </message>
    <message>
        <source>“{}” has a column for {} but none for {}; give all ten columns of the five landmarks or none.</source>
        <translation>«{}» tiene una columna para {} pero ninguna para {}; dé las diez columnas de los cinco puntos de referencia o ninguna.</translation>
    </message>
    <message>
        <source>“{}” has a column “{}” already; replace it or call the new one otherwise.</source>
        <translation>«{}» ya tiene una columna «{}»; reemplácela o dé otro nombre a la nueva.</translation>
    </message>
    <message>
        <source>“{}” has a feature dimension of {}, which cannot be.</source>
        <translation>«{}» tiene una dimensión de características de {}, que no puede ser.</translation>
    </message>
    <message>
        <source>“{}” has another feature “{}” of an image than “{}”: the processors, the batches or the images differ.</source>
        <translation>«{}» tiene de una imagen otra característica «{}» que «{}»: difieren los procesadores, los lotes o las imágenes.</translation>
    </message>
    <message>
        <source>“{}” has features of several networks; name one of {}.</source>
        <translation>«{}» tiene características de varias redes; nombre una de {}.</translation>
    </message>
    <message>
        <source>“{}” has images but neither folders nor labels beside them (.cls, .json); put the images of each person into a folder of their own, or give a manifest.</source>
        <translation>«{}» tiene imágenes, pero ni carpetas ni etiquetas al lado (.cls, .json); ponga las imágenes de cada persona en una carpeta propia o indique un manifiesto.</translation>
    </message>
    <message>
        <source>“{}” has images but no sub-folders; put the images of each person into a folder of their own, or give a manifest that says who is who.</source>
        <translation>«{}» tiene imágenes pero no subcarpetas; ponga las imágenes de cada persona en una carpeta propia o indique un manifiesto que diga quién es quién.</translation>
    </message>
    <message>
        <source>“{}” has neither a column “path” nor a column “row” that names the images; its first line must name the columns.</source>
        <translation>«{}» no tiene ni una columna «path» ni una columna «row» que nombre las imágenes; su primera línea debe nombrar las columnas.</translation>
    </message>
    <message>
        <source>“{}” has no column besides that of the images.</source>
        <translation>«{}» no tiene más columna que la de las imágenes.</translation>
    </message>
    <message>
        <source>“{}” has no column besides those that name the images.</source>
        <translation>«{}» no tiene más columnas que las que nombran las imágenes.</translation>
    </message>
    <message>
        <source>“{}” has no column of numbers behind the names; ratings are numbers, larger is more alike.</source>
        <translation>«{}» no tiene ninguna columna de números tras los nombres; las valoraciones son números, mayor es más parecido.</translation>
    </message>
    <message>
        <source>“{}” has no column “{}” of metadata.</source>
        <translation>«{}» no tiene ninguna columna «{}» de metadatos.</translation>
    </message>
    <message>
        <source>“{}” has no column “{}”; its columns are {}.</source>
        <translation>«{}» no tiene columna «{}»; sus columnas son {}.</translation>
    </message>
    <message>
        <source>“{}” has no column “{}”; name the column of the scores, or by its place from 1 where there is no header.</source>
        <translation>«{}» no tiene columna «{}»; nombre la columna de las puntuaciones, o por su lugar desde 1 si no hay encabezado.</translation>
    </message>
    <message>
        <source>“{}” has no feature of “{}” that a probe could start from.</source>
        <translation>«{}» no tiene ninguna característica de «{}» de la que pueda partir una sonda.</translation>
    </message>
    <message>
        <source>“{}” has no features of the network “{}”: extract them there with the same network, or name the one to use (--against-network).</source>
        <translation>«{}» no tiene características de la red «{}»: extráigalas allí con la misma red, o indique la que se debe usar (--against-network).</translation>
    </message>
    <message>
        <source>“{}” has no features yet; extract them with a network or import them first.</source>
        <translation>«{}» aún no tiene características; extráigalas antes con una red o impórtelas.</translation>
    </message>
    <message>
        <source>“{}” has no header and lists paths alone: the folder that holds an image is its identity.</source>
        <translation>«{}» no tiene encabezado y lista solo rutas: la carpeta que contiene una imagen es su identidad.</translation>
    </message>
    <message>
        <source>“{}” has no header: “{}” was taken for the path and “{}” for the identity; --map says otherwise.</source>
        <translation>«{}» no tiene encabezado: «{}» se tomó por la ruta y «{}» por la identidad; --map lo cambia.</translation>
    </message>
    <message>
        <source>“{}” has no image {}.</source>
        <translation>«{}» no tiene la imagen {}.</translation>
    </message>
    <message>
        <source>“{}” has no map yet; make one first (facespace-cli map).</source>
        <translation>«{}» aún no tiene ningún mapa; haga uno antes (facespace-cli map).</translation>
    </message>
    <message>
        <source>“{}” has no network named “{}”; it has {}.</source>
        <translation>«{}» no tiene ninguna red llamada «{}»; tiene {}.</translation>
    </message>
    <message>
        <source>“{}” has no record {}.</source>
        <translation>«{}» no tiene el registro {}.</translation>
    </message>
    <message>
        <source>“{}” has no row of finite numbers; nothing was imported.</source>
        <translation>«{}» no tiene ninguna fila de números finitos; no se importó nada.</translation>
    </message>
    <message>
        <source>“{}” has no rows.</source>
        <translation>«{}» no tiene filas.</translation>
    </message>
    <message>
        <source>“{}” has no valid dimension</source>
        <translation>«{}» no tiene una dimensión válida</translation>
    </message>
    <message>
        <source>“{}” has no value “{}”.</source>
        <translation>«{}» no tiene el valor «{}».</translation>
    </message>
    <message>
        <source>“{}” has no value “{}”; it has {}.</source>
        <translation>«{}» no tiene el valor «{}»; tiene {}.</translation>
    </message>
    <message>
        <source>“{}” has weights that are not finite; save the predictor again.</source>
        <translation>«{}» tiene pesos que no son finitos; guarde de nuevo el predictor.</translation>
    </message>
    <message>
        <source>“{}” has {} dimensions, the new map {}.</source>
        <translation>«{}» tiene {} dimensiones y el mapa nuevo {}.</translation>
    </message>
    <message>
        <source>“{}” has {} rows but the project has {} images; give an index (--index) with the path of each row&apos;s image.</source>
        <translation>«{}» tiene {} filas pero el proyecto tiene {} imágenes; indique un índice (--index) con la ruta de la imagen de cada fila.</translation>
    </message>
    <message>
        <source>“{}” has {} scores, but “{}” lists {} pairs.</source>
        <translation>«{}» tiene {} puntuaciones, pero «{}» lista {} pares.</translation>
    </message>
    <message>
        <source>“{}” has {} weights for a dimension of {}; save the predictor again.</source>
        <translation>«{}» tiene {} pesos para una dimensión de {}; guarde de nuevo el predictor.</translation>
    </message>
    <message>
        <source>“{}” holds a number and nothing else.</source>
        <translation>«{}» contiene un número y nada más.</translation>
    </message>
    <message>
        <source>“{}” holds another image set; choose an empty folder.</source>
        <translation>«{}» contiene otro conjunto de imágenes; elija una carpeta vacía.</translation>
    </message>
    <message>
        <source>“{}” holds images with their labels: leave the column mapping, the pattern and “no images” out.</source>
        <translation>«{}» contiene imágenes con sus etiquetas: no indique asignación de columnas, patrón ni «sin imágenes».</translation>
    </message>
    <message>
        <source>“{}” holds no NumPy array.</source>
        <translation>«{}» no contiene ninguna matriz NumPy.</translation>
    </message>
    <message>
        <source>“{}” holds no array “{}”, but {}.</source>
        <translation>«{}» no contiene la matriz «{}», sino {}.</translation>
    </message>
    <message>
        <source>“{}” holds no dataset “{}”, but {}.</source>
        <translation>«{}» no contiene el conjunto de datos «{}», sino {}.</translation>
    </message>
    <message>
        <source>“{}” holds no features.</source>
        <translation>«{}» no contiene características.</translation>
    </message>
    <message>
        <source>“{}” holds no images (JPEG, PNG, BMP, PGM/PPM, TIFF or WebP).</source>
        <translation>«{}» no contiene imágenes (JPEG, PNG, BMP, PGM/PPM, TIFF o WebP).</translation>
    </message>
    <message>
        <source>“{}” holds no two-dimensional dataset of numbers.</source>
        <translation>«{}» no contiene ningún conjunto de datos numérico de dos dimensiones.</translation>
    </message>
    <message>
        <source>“{}” holds no “{}”.</source>
        <translation>«{}» no contiene «{}».</translation>
    </message>
    <message>
        <source>“{}” holds only links that lead nowhere or in a circle (the first is “{}”); give the folder that holds the images themselves.</source>
        <translation>«{}» contiene solo enlaces que no llevan a ninguna parte o en círculo (el primero es «{}»); indique la carpeta que contiene las imágenes mismas.</translation>
    </message>
    <message>
        <source>“{}” holds other images than the demo&apos;s; choose an empty folder.</source>
        <translation>«{}» contiene otras imágenes que las de la demostración; elija una carpeta vacía.</translation>
    </message>
    <message>
        <source>“{}” holds rendered faces made with other options; choose an empty folder.</source>
        <translation>«{}» contiene caras generadas con otras opciones; elija una carpeta vacía.</translation>
    </message>
    <message>
        <source>“{}” holds several files of images ({}{}); give one of them.</source>
        <translation>«{}» contiene varios archivos de imágenes ({}{}); indique uno de ellos.</translation>
    </message>
    <message>
        <source>“{}” holds {} arrays: {}; choose one by writing its name behind a colon, as in “{}:{}”.</source>
        <translation>«{}» contiene {} matrices: {}; elija una escribiendo su nombre tras dos puntos, como en «{}:{}».</translation>
    </message>
    <message>
        <source>“{}” holds {} datasets: {}; choose one by writing its name behind a colon, as in “{}:{}”.</source>
        <translation>«{}» contiene {} conjuntos de datos: {}; elija uno escribiendo su nombre tras dos puntos, como en «{}:{}».</translation>
    </message>
    <message>
        <source>“{}” holds {} of the variance.</source>
        <translation>«{}» tiene {} de la varianza.</translation>
    </message>
    <message>
        <source>“{}” holds {}, less than “{}” by {}.</source>
        <translation>«{}» tiene {}, menos que «{}» por {}.</translation>
    </message>
    <message>
        <source>“{}” in its name, its input and its {} numbers are those of {}.</source>
        <translation>«{}» en su nombre, su entrada y sus {} números son los de {}.</translation>
    </message>
    <message>
        <source>“{}” in the column mapping “{}” is not a field; fields are path, identity, yaw, pitch, roll, media, video, box_x … box_h and lm_x1 … lm_y5.</source>
        <translation>«{}» en la asignación de columnas «{}» no es un campo; los campos son path, identity, yaw, pitch, roll, media, video, box_x … box_h y lm_x1 … lm_y5.</translation>
    </message>
    <message>
        <source>“{}” in “{}” is damaged or cut short.</source>
        <translation>«{}» en «{}» está dañado o cortado.</translation>
    </message>
    <message>
        <source>“{}” in “{}” is too large: {} bytes.</source>
        <translation>«{}» en «{}» es demasiado grande: {} bytes.</translation>
    </message>
    <message>
        <source>“{}” is UTF-16 text; save it as CSV in UTF-8.</source>
        <translation>«{}» es texto UTF-16; guárdelo como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>“{}” is a GIF file; this program was built without giflib.</source>
        <translation>«{}» es un archivo GIF; este programa se compiló sin giflib.</translation>
    </message>
    <message>
        <source>“{}” is a HEIC or AVIF file; this program was built without libheif.</source>
        <translation>«{}» es un archivo HEIC o AVIF; este programa se compiló sin libheif.</translation>
    </message>
    <message>
        <source>“{}” is a JPEG file that is damaged.</source>
        <translation>«{}» es un archivo JPEG dañado.</translation>
    </message>
    <message>
        <source>“{}” is a JPEG file that is damaged: it is cut short.</source>
        <translation>«{}» es un archivo JPEG dañado: está cortado.</translation>
    </message>
    <message>
        <source>“{}” is a SQLite database of another program, not a FaceSpace project.</source>
        <translation>«{}» es una base de datos SQLite de otro programa, no un proyecto de FaceSpace.</translation>
    </message>
    <message>
        <source>“{}” is a folder, not a FaceSpace project.</source>
        <translation>«{}» es una carpeta, no un proyecto de FaceSpace.</translation>
    </message>
    <message>
        <source>“{}” is a folder, not a file.</source>
        <translation>“{}” es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>“{}” is a folder, not a manifest.</source>
        <translation>«{}» es una carpeta, no un manifiesto.</translation>
    </message>
    <message>
        <source>“{}” is a folder, not a network&apos;s JSON descriptor.</source>
        <translation>«{}» es una carpeta, no el descriptor JSON de una red.</translation>
    </message>
    <message>
        <source>“{}” is a folder, not an image.</source>
        <translation>«{}» es una carpeta, no una imagen.</translation>
    </message>
    <message>
        <source>“{}” is a map of another method; a map can only be continued by its own.</source>
        <translation>«{}» es un mapa de otro método; un mapa solo se puede continuar con el suyo.</translation>
    </message>
    <message>
        <source>“{}” is a map of the network “{}” itself: compare two networks, or two maps.</source>
        <translation>«{}» es un mapa de la propia red «{}»: compare dos redes o dos mapas.</translation>
    </message>
    <message>
        <source>“{}” is a number: compare it, as in … &gt; 0.</source>
        <translation>«{}» es un número: compárelo, como en … &gt; 0.</translation>
    </message>
    <message>
        <source>“{}” is a percentile: compare a column with it, as in distance &lt; {}.</source>
        <translation>«{}» es un percentil: compare una columna con él, como en distance &lt; {}.</translation>
    </message>
    <message>
        <source>“{}” is a pipe or a device, not a file; save what it gives as a file and take that.</source>
        <translation>“{}” es una tubería o un dispositivo, no un archivo; guarde lo que da en un archivo y tome ese.</translation>
    </message>
    <message>
        <source>“{}” is a shard of another set of images.</source>
        <translation>«{}» es una parte de otro conjunto de imágenes.</translation>
    </message>
    <message>
        <source>“{}” is a text: compare it, as in … == &quot;…&quot;.</source>
        <translation>«{}» es un texto: compárelo, como en … == &quot;…&quot;.</translation>
    </message>
    <message>
        <source>“{}” is a {} file that is damaged, cut short or of a kind that cannot be read.</source>
        <translation>«{}» es un archivo {} dañado, cortado o de un tipo que no se puede leer.</translation>
    </message>
    <message>
        <source>“{}” is a {} file with a damaged header.</source>
        <translation>«{}» es un archivo {} con la cabecera dañada.</translation>
    </message>
    <message>
        <source>“{}” is already in “{}”; no image was added.</source>
        <translation>«{}» ya está en «{}»; no se ha añadido ninguna imagen.</translation>
    </message>
    <message>
        <source>“{}” is also in use by {}; what changes is seen there.</source>
        <translation>«{}» también está en uso por {}; allí se ve lo que cambia.</translation>
    </message>
    <message>
        <source>“{}” is an HDF5 file; this program was built without libhdf5.</source>
        <translation>«{}» es un archivo HDF5; este programa se compiló sin libhdf5.</translation>
    </message>
    <message>
        <source>“{}” is an animated GIF; only still images can be read.</source>
        <translation>«{}» es un GIF animado; solo se pueden leer imágenes fijas.</translation>
    </message>
    <message>
        <source>“{}” is an animated WebP; only still images can be read.</source>
        <translation>«{}» es un WebP animado; solo se pueden leer imágenes fijas.</translation>
    </message>
    <message>
        <source>“{}” is cut short or damaged; what is behind its file “{}” was left out.</source>
        <translation>«{}» está cortado o dañado; lo que hay detrás de su archivo «{}» se omitió.</translation>
    </message>
    <message>
        <source>“{}” is damaged or incomplete, perhaps cut short while it was copied; use another copy of it.</source>
        <translation>«{}» está dañado o incompleto, quizá cortado al copiarlo; use otra copia.</translation>
    </message>
    <message>
        <source>“{}” is damaged, or holds too much.</source>
        <translation>«{}» está dañado o contiene demasiado.</translation>
    </message>
    <message>
        <source>“{}” is damaged: a face in it has a wrong size; use another copy of it.</source>
        <translation>«{}» está dañado: una cara que contiene tiene un tamaño incorrecto; use otra copia.</translation>
    </message>
    <message>
        <source>“{}” is damaged: a feature has a wrong size; use another copy of it.</source>
        <translation>«{}» está dañado: una característica tiene un tamaño incorrecto; use otra copia.</translation>
    </message>
    <message>
        <source>“{}” is damaged: a feature in it is not a number; make the shard again.</source>
        <translation>«{}» está dañado: una característica no es un número; vuelva a hacer la parte.</translation>
    </message>
    <message>
        <source>“{}” is damaged: it does not hold the images of shard {}; make it again.</source>
        <translation>«{}» está dañado: no contiene las imágenes de la parte {}; vuelva a hacerlo.</translation>
    </message>
    <message>
        <source>“{}” is damaged: {}; use another copy of it.</source>
        <translation>«{}» está dañado: {}; use otra copia.</translation>
    </message>
    <message>
        <source>“{}” is empty (0 bytes) and not a FaceSpace project.</source>
        <translation>«{}» está vacío (0 bytes) y no es un proyecto de FaceSpace.</translation>
    </message>
    <message>
        <source>“{}” is empty (0 bytes).</source>
        <translation>«{}» está vacío (0 bytes).</translation>
    </message>
    <message>
        <source>“{}” is empty and not a FaceSpace project.</source>
        <translation>«{}» está vacío y no es un proyecto de FaceSpace.</translation>
    </message>
    <message>
        <source>“{}” is empty.</source>
        <translation>«{}» está vacío.</translation>
    </message>
    <message>
        <source>“{}” is empty; choose a list of pairs of images.</source>
        <translation>«{}» está vacío; elija una lista de pares de imágenes.</translation>
    </message>
    <message>
        <source>“{}” is empty; its first line must name the columns, such as path,identity.</source>
        <translation>«{}» está vacío; su primera línea debe nombrar las columnas, como path,identity.</translation>
    </message>
    <message>
        <source>“{}” is encrypted; decrypt it first.</source>
        <translation>«{}» está cifrado; descífrelo antes.</translation>
    </message>
    <message>
        <source>“{}” is free text: it cannot colour points.</source>
        <translation>«{}» es texto libre: no puede colorear puntos.</translation>
    </message>
    <message>
        <source>“{}” is hardly in the units, {} of their variance: too little to say in how many.</source>
        <translation>“{}” apenas está en las unidades, {} de su varianza: demasiado poco para decir en cuántas.</translation>
    </message>
    <message>
        <source>“{}” is in the units, {} of their variance; in how many of them is told of {} identities or more.</source>
        <translation>«{}» está en las unidades, {} de su varianza; en cuántas de ellas se dice a partir de {} identidades.</translation>
    </message>
    <message>
        <source>“{}” is in use by another program; try again when that is done.</source>
        <translation>«{}» está en uso por otro programa; inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>“{}” is in use by {}; close it there, or wait, to change it here.</source>
        <translation>«{}» está en uso por {}; ciérrelo allí, o espere, para cambiarlo aquí.</translation>
    </message>
    <message>
        <source>“{}” is known of both images in {} of {} genuine pairs: its curve is of these alone, and “random” and “oracle”, which are of all pairs, are no bounds to it.</source>
        <translation>«{}» se conoce de ambas imágenes en {} de {} pares genuinos: su curva es solo de estos, y «random» y «oracle», que son de todos los pares, no la acotan.</translation>
    </message>
    <message>
        <source>“{}” is left out: it does not vary, or follows from the others.</source>
        <translation>«{}» se deja fuera: no varía, o se sigue de los demás.</translation>
    </message>
    <message>
        <source>“{}” is left out: it is known of less than {} % of the genuine pairs.</source>
        <translation>«{}» se deja fuera: se conoce de menos del {} % de los pares genuinos.</translation>
    </message>
    <message>
        <source>“{}” is listed twice in “{}”: on lines {} and {}.</source>
        <translation>«{}» aparece dos veces en «{}»: en las líneas {} y {}.</translation>
    </message>
    <message>
        <source>“{}” is no alignment; choose auto, landmarks, box, centre or none.</source>
        <translation>«{}» no es un alineamiento; elija auto, landmarks, box, centre o none.</translation>
    </message>
    <message>
        <source>“{}” is no column of at most {} groups; such are: {}.</source>
        <translation>«{}» no es una columna de {} grupos como mucho; lo son: {}.</translation>
    </message>
    <message>
        <source>“{}” is no degradation; choose one of {}.</source>
        <translation>«{}» no es ninguna degradación; elija una de {}.</translation>
    </message>
    <message>
        <source>“{}” is no shard; name the files that “--shard” made.</source>
        <translation>«{}» no es una parte; indique los archivos que hizo «--shard».</translation>
    </message>
    <message>
        <source>“{}” is no shard; write which of how many, from 1/N to N/N, as in 2/8.</source>
        <translation>«{}» no es una parte; escriba cuál de cuántas, de 1/N a N/N, como en 2/8.</translation>
    </message>
    <message>
        <source>“{}” is no side; choose bottom, top, left or right.</source>
        <translation>«{}» no es ningún lado; elija bottom, top, left o right.</translation>
    </message>
    <message>
        <source>“{}” is no sweep; write it as NAME=FROM:TO:STEPS, for instance blur=0:8:9.</source>
        <translation>«{}» no es un barrido; escríbalo como NOMBRE=DESDE:HASTA:PASOS, por ejemplo blur=0:8:9.</translation>
    </message>
    <message>
        <source>“{}” is no value for --{}; it takes {}.</source>
        <translation>«{}» no es un valor para --{}; admite {}.</translation>
    </message>
    <message>
        <source>“{}” is not a FaceSpace predictor; choose a file saved with Save predictor.</source>
        <translation>«{}» no es un predictor de FaceSpace; elija un archivo guardado con Guardar predictor.</translation>
    </message>
    <message>
        <source>“{}” is not a FaceSpace project.</source>
        <translation>«{}» no es un proyecto de FaceSpace.</translation>
    </message>
    <message>
        <source>“{}” is not a RecordIO file (or a damaged one): no whole record is at its beginning.</source>
        <translation>«{}» no es un archivo RecordIO (o está dañado): al principio no hay ningún registro entero.</translation>
    </message>
    <message>
        <source>“{}” is not a YuNet face detector that OpenCV {} can run; take face_detection_yunet_{}.onnx ({}).</source>
        <translation>«{}» no es un detector de caras YuNet que OpenCV {} pueda ejecutar; tome face_detection_yunet_{}.onnx ({}).</translation>
    </message>
    <message>
        <source>“{}” is not a column mapping; write field=column, as in yaw=-pan or yaw=angle:rad.</source>
        <translation>«{}» no es una asignación de columnas; escriba campo=columna, como en yaw=-pan o yaw=angle:rad.</translation>
    </message>
    <message>
        <source>“{}” is not a container of images by its name (.rec, .bin, .tar, .zip).</source>
        <translation>«{}» no es, por su nombre, un contenedor de imágenes (.rec, .bin, .tar, .zip).</translation>
    </message>
    <message>
        <source>“{}” is not a feature file: it should end in .npy, .npz, .h5 or .csv.</source>
        <translation>«{}» no es un archivo de características: debería terminar en .npy, .npz, .h5 o .csv.</translation>
    </message>
    <message>
        <source>“{}” is not a file.</source>
        <translation>«{}» no es un archivo.</translation>
    </message>
    <message>
        <source>“{}” is not a folder.</source>
        <translation>«{}» no es una carpeta.</translation>
    </message>
    <message>
        <source>“{}” is not a network&apos;s descriptor: it is not a JSON object.</source>
        <translation>«{}» no es un descriptor de red: no es un objeto JSON.</translation>
    </message>
    <message>
        <source>“{}” is not a readable predictor ({}); save the predictor again.</source>
        <translation>«{}» no es un predictor legible ({}); guarde de nuevo el predictor.</translation>
    </message>
    <message>
        <source>“{}” is not a readable predictor; save the predictor again.</source>
        <translation>«{}» no es un predictor legible; guárdelo de nuevo.</translation>
    </message>
    <message>
        <source>“{}” is not a tar archive, or is damaged; one that is compressed as a whole has to be decompressed first, as images are read in place.</source>
        <translation>«{}» no es un archivo tar o está dañado; si está comprimido entero, hay que descomprimirlo antes, porque las imágenes se leen donde están.</translation>
    </message>
    <message>
        <source>“{}” is not a verification set (.bin): {}.</source>
        <translation>«{}» no es un conjunto de verificación (.bin): {}.</translation>
    </message>
    <message>
        <source>“{}” is not a zip archive, or is damaged.</source>
        <translation>«{}» no es un archivo zip o está dañado.</translation>
    </message>
    <message>
        <source>“{}” is not an .npz archive, or is damaged.</source>
        <translation>«{}» no es un archivo .npz o está dañado.</translation>
    </message>
    <message>
        <source>“{}” is not an HDF5 file, or is damaged.</source>
        <translation>«{}» no es un archivo HDF5 o está dañado.</translation>
    </message>
    <message>
        <source>“{}” is not an image that can be read (JPEG, PNG, BMP, PGM/PPM, TIFF or WebP).</source>
        <translation>«{}» no es una imagen que se pueda leer (JPEG, PNG, BMP, PGM/PPM, TIFF o WebP).</translation>
    </message>
    <message>
        <source>“{}” is not as FaceSpace makes projects (see “{}” in it); use another copy of it.</source>
        <translation>«{}» no es como FaceSpace crea los proyectos (véase «{}» en él); use otra copia.</translation>
    </message>
    <message>
        <source>“{}” is not probed: it is known of too few images, or the same in all.</source>
        <translation>«{}» no se sondea: se conoce de muy pocas imágenes, o es igual en todas.</translation>
    </message>
    <message>
        <source>“{}” is not shard {} of “{}” as it is now; choose another file.</source>
        <translation>«{}» no es la parte {} de «{}» tal como es ahora; elija otro archivo.</translation>
    </message>
    <message>
        <source>“{}” is not the list of these images as im2rec writes it (key, label, path) and was not used.</source>
        <translation>«{}» no es la lista de estas imágenes como la escribe im2rec (clave, etiqueta, ruta) y no se usó.</translation>
    </message>
    <message>
        <source>“{}” is not there.</source>
        <translation>«{}» no está.</translation>
    </message>
    <message>
        <source>“{}” is not “{}”, but was there already and stays as it is; remove it or choose another folder.</source>
        <translation>«{}» no es «{}», pero ya estaba ahí y se queda como está; quítelo o elija otra carpeta.</translation>
    </message>
    <message>
        <source>“{}” is one of {} shards and “{}” one of {}; merge those of one cut.</source>
        <translation>«{}» es una de {} partes y «{}» una de {}; una las de un mismo corte.</translation>
    </message>
    <message>
        <source>“{}” is predicted from “{}” with r {}.</source>
        <translation>«{}» se predice a partir de «{}» con r {}.</translation>
    </message>
    <message>
        <source>“{}” is read when images are imported and stays as it is; give that column of “{}” another name.</source>
        <translation>«{}» se lee al importar las imágenes y se queda como está; dé otro nombre a esa columna de «{}».</translation>
    </message>
    <message>
        <source>“{}” is the same for all images.</source>
        <translation>«{}» es igual para todas las imágenes.</translation>
    </message>
    <message>
        <source>“{}” is there already; remove it or name another file.</source>
        <translation>«{}» ya existe; elimínelo o nombre otro archivo.</translation>
    </message>
    <message>
        <source>“{}” is too large for a list of pairs of images.</source>
        <translation>«{}» es demasiado grande para una lista de pares de imágenes.</translation>
    </message>
    <message>
        <source>“{}” is too large for a network&apos;s descriptor; choose the JSON file beside the weights.</source>
        <translation>«{}» es demasiado grande para un descriptor de red; elija el archivo JSON que está junto a los pesos.</translation>
    </message>
    <message>
        <source>“{}” is too large for a record.</source>
        <translation>«{}» es demasiado grande para un registro.</translation>
    </message>
    <message>
        <source>“{}” is too large: a file of {:.1f} GiB; at most 1 GiB is read.</source>
        <translation>«{}» es demasiado grande: un archivo de {} GiB; se lee como mucho 1 GiB.</translation>
    </message>
    <message>
        <source>“{}” is too large: {} bytes.</source>
        <translation>«{}» es demasiado grande: {} bytes.</translation>
    </message>
    <message>
        <source>“{}” is too large: {} × {} pixels, more than the {} million that are allowed.</source>
        <translation>«{}» es demasiado grande: {} × {} píxeles, más de los {} millones permitidos.</translation>
    </message>
    <message>
        <source>“{}” lacks what a FaceSpace project has ({}); use another copy of it.</source>
        <translation>A «{}» le falta lo que tiene un proyecto de FaceSpace ({}); use otra copia.</translation>
    </message>
    <message>
        <source>“{}” leads out of the images&apos; folder “{}” and is not read.</source>
        <translation>“{}” lleva fuera de la carpeta de las imágenes “{}” y no se lee.</translation>
    </message>
    <message>
        <source>“{}” lies in the image set, which is never written to; choose a folder outside of “{}”.</source>
        <translation>«{}» está en el conjunto de imágenes, donde nunca se escribe; elija una carpeta fuera de «{}».</translation>
    </message>
    <message>
        <source>“{}” lies in “{}”, into which no link leads; leave the links out.</source>
        <translation>«{}» está en «{}», adonde no lleva ningún enlace; deje fuera los enlaces.</translation>
    </message>
    <message>
        <source>“{}” line {}: image “{}” stands in it twice.</source>
        <translation>«{}», línea {}: la imagen «{}» aparece dos veces.</translation>
    </message>
    <message>
        <source>“{}” line {}: the project has no image “{}”.</source>
        <translation>«{}», línea {}: el proyecto no tiene la imagen «{}».</translation>
    </message>
    <message>
        <source>“{}” line {}: the project has several faces of “{}”, so its path names none of them; name images by a column “row”.</source>
        <translation>«{}», línea {}: el proyecto tiene varias caras de «{}», así que su ruta no nombra ninguna; nombre las imágenes con una columna «row».</translation>
    </message>
    <message>
        <source>“{}” line {}: “{}” is no row of the project, whose {} images are counted from 0.</source>
        <translation>«{}», línea {}: «{}» no es ninguna fila del proyecto, cuyas {} imágenes se cuentan desde 0.</translation>
    </message>
    <message>
        <source>“{}” lists no images.</source>
        <translation>«{}» no lista imágenes.</translation>
    </message>
    <message>
        <source>“{}” lists no images: there is nothing below its header.</source>
        <translation>«{}» no lista imágenes: no hay nada bajo su cabecera.</translation>
    </message>
    <message>
        <source>“{}” lists no pairs; choose those of these images.</source>
        <translation>«{}» no lista pares; elija los de estas imágenes.</translation>
    </message>
    <message>
        <source>“{}” means nothing here.</source>
        <translation>«{}» no significa nada aquí.</translation>
    </message>
    <message>
        <source>“{}” names no image and no identity of this project in its first columns.</source>
        <translation>«{}» no nombra ninguna imagen ni identidad de este proyecto en sus primeras columnas.</translation>
    </message>
    <message>
        <source>“{}” names no images.</source>
        <translation>«{}» no nombra imágenes.</translation>
    </message>
    <message>
        <source>“{}” names no records; make it anew with MXNet&apos;s rec2idx, or take it away.</source>
        <translation>«{}» no nombra ningún registro; vuelva a hacerlo con rec2idx de MXNet o quítelo.</translation>
    </message>
    <message>
        <source>“{}” names none of the images of this project (the first missing one is “{}”); choose a list of these images, or of their templates with --templates.</source>
        <translation>«{}» no nombra ninguna imagen de este proyecto (la primera que falta es «{}»); elija una lista de estas imágenes, o de sus plantillas con --templates.</translation>
    </message>
    <message>
        <source>“{}” names the column “{}” twice; give each column a name of its own.</source>
        <translation>«{}» nombra dos veces la columna «{}»; dé a cada columna su propio nombre.</translation>
    </message>
    <message>
        <source>“{}” names the record {} twice.</source>
        <translation>«{}» nombra dos veces el registro {}.</translation>
    </message>
    <message>
        <source>“{}” names {} of the {} images, and {} others.</source>
        <translation>«{}» nombra {} de las {} imágenes, y {} otras.</translation>
    </message>
    <message>
        <source>“{}” on line {} of “{}” is not a number.</source>
        <translation>«{}» en la línea {} de «{}» no es un número.</translation>
    </message>
    <message>
        <source>“{}” promises {} identities; the labels of the images are {}.</source>
        <translation>«{}» promete {} identidades; las etiquetas de las imágenes son {}.</translation>
    </message>
    <message>
        <source>“{}” says of {} pairs whether they are one person, not who it is: images that no pair calls one person count as different people, and verification compares the pairs of the file.</source>
        <translation>«{}» dice de {} pares si son una misma persona, no quién es: las imágenes que ningún par llama la misma persona cuentan como personas distintas, y la verificación compara los pares del archivo.</translation>
    </message>
    <message>
        <source>“{}” was begun with batches of {} images; go on with “--batch {}”.</source>
        <translation>«{}» se empezó con lotes de {} imágenes; siga con «--batch {}».</translation>
    </message>
    <message>
        <source>“{}” was changed by another program than FaceSpace; use another copy of it.</source>
        <translation>«{}» fue cambiado por un programa que no es FaceSpace; use otra copia.</translation>
    </message>
    <message>
        <source>“{}” was interrupted while it was written; open it where it can be written, with the “-journal” file beside it, so that it can be restored.</source>
        <translation>Se interrumpió la escritura de «{}»; ábralo donde se pueda escribir, con el archivo «-journal» a su lado, para que se pueda restaurar.</translation>
    </message>
    <message>
        <source>“{}” was made by a newer FaceSpace; update this program to read it.</source>
        <translation>«{}» se hizo con un FaceSpace más nuevo; actualice este programa para leerlo.</translation>
    </message>
    <message>
        <source>“{}” was made by a newer version of FaceSpace (its format is {}, this version reads up to {}); update FaceSpace to open it.</source>
        <translation>«{}» se creó con una versión más nueva de FaceSpace (su formato es {}, esta versión lee hasta {}); actualice FaceSpace para abrirlo.</translation>
    </message>
    <message>
        <source>“{}” was made by an older version of FaceSpace and has to be converted; open it once where it can be written.</source>
        <translation>«{}» se creó con una versión anterior de FaceSpace y hay que convertirlo; ábralo una vez donde se pueda escribir.</translation>
    </message>
    <message>
        <source>“{}” was made with batches of {} images and “{}” of {}, which give other last digits.</source>
        <translation>«{}» se hizo con lotes de {} imágenes y «{}» de {}, lo que da otras últimas cifras.</translation>
    </message>
    <message>
        <source>“{}” was not opened: “{}” beside it is not of FaceSpace and could change or delete other files; remove it if you do not know it.</source>
        <translation>«{}» no se ha abierto: «{}», a su lado, no es de FaceSpace y podría cambiar o borrar otros archivos; quítelo si no lo conoce.</translation>
    </message>
    <message>
        <source>“{}” was trained on rendered faces, not on photographs: what is found of it says how this network codes faces, not how networks for photographs do.</source>
        <translation>«{}» se entrenó con caras generadas, no con fotografías: lo que se halle de ella dice cómo codifica caras esta red, no cómo lo hacen las redes para fotografías.</translation>
    </message>
    <message>
        <source>“{}” would have {} random effects for {} values; it takes fewer than values.</source>
        <translation>«{}» tendría {} efectos aleatorios para {} valores; deben ser menos que los valores.</translation>
    </message>
    <message>
        <source>“{}” {} is neither still nor video; leave the cell empty where it is not known.</source>
        <translation>«{}» {} no es ni still ni video; deje vacía la celda donde no se sepa.</translation>
    </message>
    <message>
        <source>“{}” {} is not UTF-8 text; save the file as CSV in UTF-8.</source>
        <translation>«{}» {} no es texto UTF-8; guarde el archivo como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>“{}” {} is not a finite number; write numbers as 12.5 and leave the cell empty where there is none.</source>
        <translation>«{}» {} no es un número finito; escriba los números como 12.5 y deje vacía la celda donde no lo haya.</translation>
    </message>
    <message>
        <source>“{}” {} is not an angle: {} is kept in degrees from −360 to 360.</source>
        <translation>«{}» {} no es un ángulo: {} se guarda en grados de −360 a 360.</translation>
    </message>
    <message>
        <source>“{}” {}.</source>
        <translation>«{}» {}.</translation>
    </message>
    <message>
        <source>“{}”, line {}, column {}: “{}” is not a number; the file may hold features only.</source>
        <translation>«{}», línea {}, columna {}: «{}» no es un número; el archivo solo puede contener características.</translation>
    </message>
    <message>
        <source>“{}”, line {}: {} values instead of {} as in the first line.</source>
        <translation>«{}», línea {}: {} valores en lugar de {} como en la primera línea.</translation>
    </message>
    <message>
        <source>“{}”: {}</source>
        <translation>«{}»: {}</translation>
    </message>
    <message numerus="yes">
        <source>… and 1 more.</source>
        <comment>… and {} more.</comment>
        <translation>
            <numerusform>… y 1 más.</numerusform>
            <numerusform>… y {} más.</numerusform>
        </translation>
    </message>
    <message>
        <source>−log10 of the adjusted p</source>
        <translation>−log10 de la p corregida</translation>
    </message>
</context>
<context>
    <name>facespace::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;New from images…</source>
        <translation>&amp;Nuevo a partir de imágenes…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>&amp;Abrir proyecto…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Import features…</source>
        <translation>&amp;Importar características…</translation>
    </message>
    <message>
        <source>Export &amp;table…</source>
        <translation>Exportar &amp;tabla…</translation>
    </message>
    <message>
        <source>Export &amp;figure…</source>
        <translation>Exportar &amp;figura…</translation>
    </message>
    <message>
        <source>Export figure of the &amp;page…</source>
        <translation>Exportar figura de la &amp;página…</translation>
    </message>
    <message>
        <source>E&amp;xport report…</source>
        <translation>E&amp;xportar informe…</translation>
    </message>
    <message>
        <source>Export &amp;distances…</source>
        <translation>Exportar &amp;distancias…</translation>
    </message>
    <message>
        <source>Export fa&amp;ces by distance…</source>
        <translation>Exportar &amp;caras por distancia…</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nueva &amp;ventana</translation>
    </message>
    <message>
        <source>C&amp;lose window</source>
        <translation>Ce&amp;rrar la ventana</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Copy &amp;figure</source>
        <translation>&amp;Copiar figura</translation>
    </message>
    <message>
        <source>Copy as co&amp;mmands</source>
        <translation>Copiar como ó&amp;rdenes</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtro…</translation>
    </message>
    <message>
        <source>Clear the f&amp;ilter</source>
        <translation>&amp;Quitar el filtro</translation>
    </message>
    <message>
        <source>Let my pro&amp;grams steer this window</source>
        <translation>Dejar que mis pro&amp;gramas manejen esta ventana</translation>
    </message>
    <message>
        <source>Programs of yours, such as a notebook, can read and set selection, filter, colouring and view</source>
        <translation>Programas suyos, como un cuaderno, pueden leer y fijar la selección, el filtro, los colores y la vista</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Seleccionar</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>&amp;Invert selection</source>
        <translation>&amp;Invertir la selección</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>&amp;Borrar la selección</translation>
    </message>
    <message>
        <source>What &amp;passes the filter</source>
        <translation>Lo que &amp;pasa el filtro</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneles</translation>
    </message>
    <message>
        <source>&amp;Page fills the window</source>
        <translation>La &amp;página llena la ventana</translation>
    </message>
    <message>
        <source>The page in view fills the window, the map small beside it</source>
        <translation>La página a la vista llena la ventana, con el mapa pequeño al lado</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Página sig&amp;uiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>Página an&amp;terior</translation>
    </message>
    <message>
        <source>Show the &amp;whole map</source>
        <translation>Mostrar el mapa &amp;completo</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Leyenda</translation>
    </message>
    <message>
        <source>&amp;Faces on the points</source>
        <translation>C&amp;aras sobre los puntos</translation>
    </message>
    <message>
        <source>&amp;Names of identities</source>
        <translation>&amp;Nombres de las identidades</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Densidad</translation>
    </message>
    <message>
        <source>&amp;Radius is the distance from the origin</source>
        <translation>El &amp;radio es la distancia al origen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Como el &amp;escritorio</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>&amp;Analizar</translation>
    </message>
    <message>
        <source>Compute a &amp;map…</source>
        <translation>Calcular un &amp;mapa…</translation>
    </message>
    <message>
        <source>Place &amp;new images on the map</source>
        <translation>Colocar las imágenes &amp;nuevas en el mapa</translation>
    </message>
    <message>
        <source>Measure how far the map can be &amp;trusted</source>
        <translation>Medir cuánto se puede &amp;confiar en el mapa</translation>
    </message>
    <message>
        <source>&amp;Predict head pose</source>
        <translation>&amp;Predecir la pose de la cabeza</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Red</translation>
    </message>
    <message>
        <source>&amp;Extract features…</source>
        <translation>&amp;Extraer características…</translation>
    </message>
    <message>
        <source>Try &amp;skipped images again</source>
        <translation>&amp;Reintentar las imágenes omitidas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Probar la &amp;demostración</translation>
    </message>
    <message>
        <source>What to &amp;look at first</source>
        <translation>Qué &amp;mirar primero</translation>
    </message>
    <message>
        <source>&amp;Where files are kept…</source>
        <translation>&amp;Dónde se guardan los archivos…</translation>
    </message>
    <message>
        <source>&amp;About FaceSpace</source>
        <translation>A&amp;cerca de FaceSpace</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Señalar</translation>
    </message>
    <message>
        <source>Click a point; drag to move the map</source>
        <translation>Pulse un punto; arrastre para mover el mapa</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Select by a rectangle</source>
        <translation>Seleccionar con un rectángulo</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Select by drawing around points</source>
        <translation>Seleccionar dibujando alrededor de los puntos</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Select by painting over points</source>
        <translation>Seleccionar pintando sobre los puntos</translation>
    </message>
</context>
<context>
    <name>facespace::AnalysisPage</name>
    <message>
        <source>All images</source>
        <translation>Todas las imágenes</translation>
    </message>
    <message>
        <source>Without the selected</source>
        <translation>Sin las seleccionadas</translation>
    </message>
    <message>
        <source>Only the selected</source>
        <translation>Solo las seleccionadas</translation>
    </message>
    <message>
        <source>Images taken</source>
        <translation>Imágenes consideradas</translation>
    </message>
    <message>
        <source>Which images the figures are made of; they are made anew as the selection changes</source>
        <translation>De qué imágenes se calculan las figuras; se rehacen cuando cambia la selección</translation>
    </message>
    <message>
        <source>Progress of this page</source>
        <translation>Progreso de esta página</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcular</translation>
    </message>
    <message>
        <source>Compute this page</source>
        <translation>Calcular esta página</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>Dejar de calcular</translation>
    </message>
    <message>
        <source>Stop computing this page</source>
        <translation>Dejar de calcular esta página</translation>
    </message>
    <message>
        <source>Export the tables of this page: CSV and JSON, with what the columns mean</source>
        <translation>Exportar las tablas de esta página: CSV y JSON, con el significado de las columnas</translation>
    </message>
    <message>
        <source>Export the tables of this page</source>
        <translation>Exportar las tablas de esta página</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>without %1 that were selected</source>
        <translation>sin %1 que estaban seleccionadas</translation>
    </message>
    <message>
        <source>only %1 that were selected</source>
        <translation>solo %1 que estaban seleccionadas</translation>
    </message>
    <message>
        <source>Folder for the tables</source>
        <translation>Carpeta para las tablas</translation>
    </message>
    <message>
        <source>Writing the tables</source>
        <translation>Escribiendo las tablas</translation>
    </message>
    <message>
        <source>The tables are in “%1”</source>
        <translation>Las tablas están en «%1»</translation>
    </message>
    <message>
        <source>%1: shown here once images or a project are open.</source>
        <translation>%1: se muestra aquí cuando haya imágenes o un proyecto abiertos.</translation>
    </message>
    <message>
        <source>%1: shown here once a network has extracted features.</source>
        <translation>%1: se muestra aquí cuando una red haya extraído características.</translation>
    </message>
    <message>
        <source>No image is selected. Select images, or choose “All images”.</source>
        <translation>No hay ninguna imagen seleccionada. Seleccione imágenes o elija «Todas las imágenes».</translation>
    </message>
    <message>
        <source>Of %1 images of %2 identities that have a feature; figures that need a label are of those that have one.</source>
        <translation>De %1 imágenes de %2 identidades que tienen característica; las cifras que necesitan una etiqueta son de las que la tienen.</translation>
    </message>
    <message>
        <source>Out of date: features were added</source>
        <translation>Desactualizado: se añadieron características</translation>
    </message>
    <message>
        <source>Stopped. Choose “Compute” to start again.</source>
        <translation>Detenido. Elija «Calcular» para empezar de nuevo.</translation>
    </message>
    <message>
        <source>%1: being computed…</source>
        <translation>%1: calculando…</translation>
    </message>
</context>
<context>
    <name>facespace::Card</name>
    <message>
        <source>In the manual</source>
        <translation>En el manual</translation>
    </message>
    <message>
        <source>What the figures of “%1” mean</source>
        <translation>Qué significan las cifras de «%1»</translation>
    </message>
</context>
<context>
    <name>facespace::ColourEntries</name>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Head pose</source>
        <translation>Pose de la cabeza</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Predicciones</translation>
    </message>
    <message>
        <source>Image quality</source>
        <translation>Calidad de imagen</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadatos</translation>
    </message>
    <message>
        <source>Decisions and tags</source>
        <translation>Decisiones y marcas</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Mapas</translation>
    </message>
    <message>
        <source>one colour</source>
        <translation>un solo color</translation>
    </message>
    <message>
        <source>Network %1</source>
        <translation>Red %1</translation>
    </message>
</context>
<context>
    <name>facespace::ColourModel</name>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
</context>
<context>
    <name>facespace::ColumnMappingForm</name>
    <message>
        <source>Columns of the manifest</source>
        <translation>Columnas del manifiesto</translation>
    </message>
    <message>
        <source>The first rows as they will be read</source>
        <translation>Las primeras filas tal como se leerán</translation>
    </message>
    <message>
        <source>Column for %1</source>
        <translation>Columna para %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>opposite sign</source>
        <translation>signo opuesto</translation>
    </message>
    <message>
        <source>radians</source>
        <translation>radianes</translation>
    </message>
    <message>
        <source>%1 (not a number)</source>
        <translation>%1 (no es un número)</translation>
    </message>
</context>
<context>
    <name>facespace::ComparePage</name>
    <message>
        <source>Distance from the origin, in ranks</source>
        <translation>Distancia al origen, en rangos</translation>
    </message>
    <message>
        <source>Neighbours in common</source>
        <translation>Vecinos en común</translation>
    </message>
    <message>
        <source>Telling identities apart</source>
        <translation>Distinguir identidades</translation>
    </message>
    <message>
        <source>Images that changed most</source>
        <translation>Imágenes que más cambiaron</translation>
    </message>
    <message>
        <source>The map to compare with</source>
        <translation>El mapa con el que se compara</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Comparar &amp;con</translation>
    </message>
    <message>
        <source>Neighbours of the image in view</source>
        <translation>Vecinos de la imagen a la vista</translation>
    </message>
    <message>
        <source>Maps are compared here once the one in view is done.</source>
        <translation>Aquí se comparan los mapas cuando el que está a la vista esté hecho.</translation>
    </message>
    <message>
        <source>There is one map only. Extract features with a second network, or make another map, to compare.</source>
        <translation>Solo hay un mapa. Extraiga características con una segunda red, o haga otro mapa, para comparar.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Verifying both networks</source>
        <translation>Verificando ambas redes</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Difference (95 % interval)</source>
        <translation>Diferencia (intervalo del 95 %)</translation>
    </message>
    <message>
        <source>Computed after the comparison.</source>
        <translation>Se calcula después de la comparación.</translation>
    </message>
    <message>
        <source>“%1” is better by %2.</source>
        <translation>«%1» es mejor según %2.</translation>
    </message>
    <message>
        <source>These images cannot tell by %1.</source>
        <translation>Estas imágenes no permiten decidirlo según %1.</translation>
    </message>
    <message>
        <source>The features of one network have unit length: its distances tell nothing.</source>
        <translation>Las características de una red tienen longitud uno: sus distancias no dicen nada.</translation>
    </message>
    <message>
        <source>Spearman ρ %1, Kendall τ %2</source>
        <translation>ρ de Spearman %1, τ de Kendall %2</translation>
    </message>
    <message>
        <source>%1 % in common on average, %2 % by chance; %3 images</source>
        <translation>%1 % en común de media, %2 % por azar; %3 imágenes</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>In common, %</source>
        <translation>En común, %</translation>
    </message>
    <message>
        <source>Percentile in %1</source>
        <translation>Percentil en %1</translation>
    </message>
    <message>
        <source>Shift of the percentile</source>
        <translation>Cambio del percentil</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>%1 · %2 % in common</source>
        <translation>%1 · %2 % en común</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>En ambas</translation>
    </message>
    <message>
        <source>Only in %1</source>
        <translation>Solo en %1</translation>
    </message>
    <message>
        <source>Click an image on a map.</source>
        <translation>Pulse una imagen en un mapa.</translation>
    </message>
</context>
<context>
    <name>facespace::ConfusionTable</name>
    <message>
        <source>labelled ↓  said →</source>
        <translation>etiqueta ↓  dicho →</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 en la selección</translation>
    </message>
    <message>
        <source>Labelled %1, said %2: %3 images, %4 selected</source>
        <translation>Etiquetado %1, dicho %2: %3 imágenes, %4 en la selección</translation>
    </message>
</context>
<context>
    <name>facespace::CropPreviewStrip</name>
    <message>
        <source>What the network will see</source>
        <translation>Lo que verá la red</translation>
    </message>
    <message>
        <source>Choose a network to see what it will see.</source>
        <translation>Elija una red para ver lo que verá.</translation>
    </message>
    <message>
        <source>The project holds labels without images.</source>
        <translation>El proyecto contiene etiquetas sin imágenes.</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>%1 aligned by landmarks</source>
        <translation>%1 alineadas por puntos de referencia</translation>
    </message>
    <message>
        <source>%1 cut by face box</source>
        <translation>%1 recortadas por el recuadro de la cara</translation>
    </message>
    <message>
        <source>%1 cut from the centre</source>
        <translation>%1 recortadas del centro</translation>
    </message>
    <message>
        <source>%1 whole</source>
        <translation>%1 enteras</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 omitidas</translation>
    </message>
    <message>
        <source>Of these %1 images: %2.</source>
        <translation>De estas %1 imágenes: %2.</translation>
    </message>
</context>
<context>
    <name>facespace::DistancePanel</name>
    <message>
        <source>Histogram of the distances from the origin</source>
        <translation>Histograma de las distancias al origen</translation>
    </message>
    <message>
        <source>Select distances from</source>
        <translation>Seleccionar distancias desde</translation>
    </message>
    <message>
        <source>Select distances to</source>
        <translation>Seleccionar distancias hasta</translation>
    </message>
    <message>
        <source>&amp;Select from</source>
        <translation>&amp;Seleccionar desde</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>The distances from the origin appear once a network has extracted features.</source>
        <translation>Las distancias al origen aparecen cuando una red haya extraído características.</translation>
    </message>
    <message>
        <source>The histogram of distances from the origin appears here. Open images or a project.</source>
        <translation>El histograma de distancias al origen aparece aquí. Abra imágenes o un proyecto.</translation>
    </message>
    <message>
        <source>The features of %1 have unit length: every image is at distance 1 from the origin, so the distance tells nothing. Choose a network that returns raw features.</source>
        <translation>Las características de %1 tienen longitud unitaria: todas las imágenes están a distancia 1 del origen, así que la distancia no dice nada. Elija una red que devuelva características sin normalizar.</translation>
    </message>
    <message>
        <source>‖x‖ of %1 · %2 images · %3 to %4, median %5</source>
        <translation>‖x‖ de %1 · %2 imágenes · de %3 a %4, mediana %5</translation>
    </message>
</context>
<context>
    <name>facespace::DistanceSentence</name>
    <message>
        <source>Relating quality to distance</source>
        <translation>Relacionando la calidad con la distancia</translation>
    </message>
</context>
<context>
    <name>facespace::ExportDialog</name>
    <message>
        <source>Own width</source>
        <translation>Anchura propia</translation>
    </message>
    <message>
        <source>One column (85 mm)</source>
        <translation>Una columna (85 mm)</translation>
    </message>
    <message>
        <source>Two columns (178 mm)</source>
        <translation>Dos columnas (178 mm)</translation>
    </message>
    <message>
        <source>IEEE, CVPR: one column (88 mm)</source>
        <translation>IEEE, CVPR: una columna (88 mm)</translation>
    </message>
    <message>
        <source>IEEE, CVPR: two columns (181 mm)</source>
        <translation>IEEE, CVPR: dos columnas (181 mm)</translation>
    </message>
    <message>
        <source>Nature, Science: one column (89 mm)</source>
        <translation>Nature, Science: una columna (89 mm)</translation>
    </message>
    <message>
        <source>Nature: two columns (183 mm)</source>
        <translation>Nature: dos columnas (183 mm)</translation>
    </message>
    <message>
        <source>Springer LNCS: text width (122 mm)</source>
        <translation>Springer LNCS: anchura del texto (122 mm)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation>PDF, para imprimir</translation>
    </message>
    <message>
        <source>SVG, to edit</source>
        <translation>SVG, para editar</translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation>PNG, píxeles</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>pulgadas</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>píxeles</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> ppp</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>&amp;Columna</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unidad</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Anchura</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>A&amp;ltura</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Resolución</translation>
    </message>
    <message>
        <source>Font &amp;size</source>
        <translation>Tamaño de &amp;letra</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>Fi&amp;gure</source>
        <translation>Fi&amp;gura</translation>
    </message>
    <message>
        <source>Where there is room</source>
        <translation>Donde haya sitio</translation>
    </message>
    <message>
        <source>At the right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Debajo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Leyenda</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>&amp;Privacy: names as numbers, faces blurred</source>
        <translation>&amp;Privacidad: nombres como números, caras difuminadas</translation>
    </message>
    <message>
        <source>&amp;Axis names</source>
        <translation>Nombres de los e&amp;jes</translation>
    </message>
    <message>
        <source>&amp;Note on scale</source>
        <translation>&amp;Nota sobre la escala</translation>
    </message>
    <message>
        <source>S&amp;election stands out</source>
        <translation>La &amp;selección destaca</translation>
    </message>
    <message>
        <source>Only the part in &amp;view</source>
        <translation>Solo la parte a la &amp;vista</translation>
    </message>
    <message>
        <source>Of coloured identities</source>
        <translation>De las identidades coloreadas</translation>
    </message>
    <message>
        <source>All that find room</source>
        <translation>Todos los que quepan</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Poi&amp;nts</source>
        <translation>P&amp;untos</translation>
    </message>
    <message>
        <source>&amp;Identities</source>
        <translation>&amp;Identidades</translation>
    </message>
    <message>
        <source>&amp;Faces</source>
        <translation>Ca&amp;ras</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dibujando…</translation>
    </message>
    <message>
        <source>Preview of the figure</source>
        <translation>Vista previa de la figura</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exportar figura</translation>
    </message>
    <message>
        <source>Drawing the preview</source>
        <translation>Dibujando la vista previa</translation>
    </message>
    <message>
        <source>%1 × %2 mm, %3 × %4 pixels</source>
        <translation>%1 × %2 mm, %3 × %4 píxeles</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>figura</translation>
    </message>
    <message>
        <source>Figures (*.%1);;All files (*)</source>
        <translation>Figuras (*.%1);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Se guardó %1</translation>
    </message>
    <message>
        <source>Drawing %1…</source>
        <translation>Dibujando %1…</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copiando</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>La figura está en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>facespace::ExtractDialog</name>
    <message>
        <source>Face detector</source>
        <translation>Detector de caras</translation>
    </message>
    <message>
        <source>YuNet and SCRFD detectors (*.onnx)</source>
        <translation>Detectores YuNet y SCRFD (*.onnx)</translation>
    </message>
    <message>
        <source>Extract features</source>
        <translation>Extraer características</translation>
    </message>
    <message>
        <source>Each layer is kept as “%1” and its own name.</source>
        <translation>Cada capa se guarda como «%1» y su propio nombre.</translation>
    </message>
    <message>
        <source>“%1” is the name of features that were made in another way. Choose another name, for example “%2”.</source>
        <translation>«%1» es el nombre de características hechas de otra manera. Elija otro nombre, por ejemplo «%2».</translation>
    </message>
    <message>
        <source>Adds what is missing to the features “%1”.</source>
        <translation>Añade lo que falta a las características «%1».</translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation>Elija una red</translation>
    </message>
    <message>
        <source>Network descriptors (*.json)</source>
        <translation>Descriptores de redes (*.json)</translation>
    </message>
    <message>
        <source>A network is a JSON file beside its weights (TorchScript or ONNX).</source>
        <translation>Una red es un archivo JSON junto a sus pesos (TorchScript u ONNX).</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>Usar «%1»</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Choose a network descriptor (JSON)</source>
        <translation>Elija el descriptor de una red (JSON)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Browse for a network</source>
        <translation>Buscar una red</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>By five landmarks</source>
        <translation>Por cinco puntos de referencia</translation>
    </message>
    <message>
        <source>By face box</source>
        <translation>Por el recuadro de la cara</translation>
    </message>
    <message>
        <source>Centre of the image</source>
        <translation>Centro de la imagen</translation>
    </message>
    <message>
        <source>None: the whole image</source>
        <translation>Ninguno: la imagen entera</translation>
    </message>
    <message>
        <source>Alignment of faces</source>
        <translation>Alineación de las caras</translation>
    </message>
    <message>
        <source>Skip the image</source>
        <translation>Omitir la imagen</translation>
    </message>
    <message>
        <source>Use the centre of the image</source>
        <translation>Usar el centro de la imagen</translation>
    </message>
    <message>
        <source>none: landmarks come from the image set</source>
        <translation>ninguno: los puntos vienen del conjunto de imágenes</translation>
    </message>
    <message>
        <source>Name of the features</source>
        <translation>Nombre de las características</translation>
    </message>
    <message>
        <source>Inner layers</source>
        <translation>Capas internas</translation>
    </message>
    <message>
        <source>none: the network&apos;s own features</source>
        <translation>ninguna: las características propias de la red</translation>
    </message>
    <message>
        <source>Names of inner layers, with commas between them: all are computed in one pass, and each is kept as features of its own. “facespace-cli network NETWORK --layers” lists them.</source>
        <translation>Nombres de capas internas, separados por comas: todas se calculan de una pasada, y cada una se guarda como características propias. «facespace-cli network NETWORK --layers» las enumera.</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Red</translation>
    </message>
    <message>
        <source>Inner &amp;layers</source>
        <translation>Capas &amp;internas</translation>
    </message>
    <message>
        <source>&amp;Keep as</source>
        <translation>&amp;Guardar como</translation>
    </message>
    <message>
        <source>&amp;Align faces</source>
        <translation>&amp;Alinear las caras</translation>
    </message>
    <message>
        <source>Face &amp;detector</source>
        <translation>&amp;Detector de caras</translation>
    </message>
    <message>
        <source>Search for faces</source>
        <translation>Búsqueda de caras</translation>
    </message>
    <message>
        <source>If no &amp;face is found</source>
        <translation>Si no se encuentra una &amp;cara</translation>
    </message>
    <message>
        <source>The network will see</source>
        <translation>La red verá</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Extraer</translation>
    </message>
    <message>
        <source>score at least </source>
        <translation>puntuación mínima </translation>
    </message>
    <message>
        <source>Least score of a face</source>
        <translation>Puntuación mínima de una cara</translation>
    </message>
    <message>
        <source>Faces that the detector is less sure of are left out.</source>
        <translation>Se omiten las caras de las que el detector está menos seguro.</translation>
    </message>
    <message>
        <source>in </source>
        <translation>en </translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> píxeles</translation>
    </message>
    <message>
        <source>Size of the search</source>
        <translation>Tamaño de la búsqueda</translation>
    </message>
    <message>
        <source>Larger images are shrunk to so many pixels for the search; more finds smaller faces, slower.</source>
        <translation>Las imágenes mayores se reducen a tantos píxeles para la búsqueda; con más se encuentran caras más pequeñas, más despacio.</translation>
    </message>
    <message>
        <source>This network was trained on faces aligned by five landmarks: cut in another way its features mean less.</source>
        <translation>Esta red se entrenó con caras alineadas por cinco puntos de referencia: recortadas de otra manera, sus características significan menos.</translation>
    </message>
    <message>
        <source>This network wants faces aligned by five landmarks, and the images have none.</source>
        <translation>Esta red quiere caras alineadas por cinco puntos de referencia, y las imágenes no tienen ninguno.</translation>
    </message>
    <message>
        <source>This network wants faces aligned by five landmarks, and %1 of %2 images have none.</source>
        <translation>Esta red quiere caras alineadas por cinco puntos de referencia, y %1 de %2 imágenes no tienen ninguno.</translation>
    </message>
    <message>
        <source>Choose a face detector to find them; without one it will see what is shown below.</source>
        <translation>Elija un detector de caras que los encuentre; sin él verá lo que se muestra abajo.</translation>
    </message>
    <message>
        <source>This network was trained on rendered faces: what it codes of photographs tells little.</source>
        <translation>Esta red se entrenó con caras generadas: lo que codifica de fotografías dice poco.</translation>
    </message>
    <message>
        <source>The face box where there is one, else the centre of the image.</source>
        <translation>El recuadro de la cara donde lo hay; si no, el centro de la imagen.</translation>
    </message>
    <message>
        <source>Landmarks where there are any, else the face box, else the centre of the image.</source>
        <translation>Los puntos de referencia donde los hay; si no, el recuadro de la cara; si no, el centro de la imagen.</translation>
    </message>
    <message>
        <source>The five landmarks go to where the network expects them.</source>
        <translation>Los cinco puntos van a donde la red los espera.</translation>
    </message>
    <message>
        <source>A square around the face box, with the network&apos;s margin.</source>
        <translation>Un cuadrado alrededor del recuadro de la cara, con el margen de la red.</translation>
    </message>
    <message>
        <source>The largest centred part of the image.</source>
        <translation>La mayor parte centrada de la imagen.</translation>
    </message>
    <message>
        <source>The whole image, stretched to the network&apos;s input.</source>
        <translation>La imagen entera, estirada hasta la entrada de la red.</translation>
    </message>
</context>
<context>
    <name>facespace::FieldControls</name>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
</context>
<context>
    <name>facespace::FigureButton</name>
    <message>
        <source>Export the figures of this page: PNG, SVG or PDF</source>
        <translation>Exportar las figuras de esta página: PNG, SVG o PDF</translation>
    </message>
    <message>
        <source>Export the figures of this page</source>
        <translation>Exportar las figuras de esta página</translation>
    </message>
</context>
<context>
    <name>facespace::FileField</name>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>Buscar %1</translation>
    </message>
</context>
<context>
    <name>facespace::FilterEdit</name>
    <message>
        <source>Filter: abs(yaw) &gt; 45 &amp;&amp; distance &lt; p10</source>
        <translation>Filtro: abs(yaw) &gt; 45 &amp;&amp; distance &lt; p10</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Only the images for which this holds. Ctrl+Space lists what can come next.</source>
        <translation>Solo las imágenes que lo cumplen. Ctrl+Espacio muestra lo que puede seguir.</translation>
    </message>
</context>
<context>
    <name>facespace::FilterPanel</name>
    <message>
        <source>Select</source>
        <translation>Seleccionar</translation>
    </message>
    <message>
        <source>Select the images that pass</source>
        <translation>Seleccionar las imágenes que pasan</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Let all images pass</source>
        <translation>Dejar pasar todas las imágenes</translation>
    </message>
    <message>
        <source>Add a control</source>
        <translation>Añadir un control</translation>
    </message>
    <message>
        <source>Filter by another column</source>
        <translation>Filtrar por otra columna</translation>
    </message>
    <message>
        <source>Hide the others on the map</source>
        <translation>Ocultar las demás en el mapa</translation>
    </message>
    <message>
        <source>Controls by column</source>
        <translation>Controles por columna</translation>
    </message>
    <message>
        <source>%1 of %2 images pass</source>
        <translation>Pasan %1 de %2 imágenes</translation>
    </message>
    <message>
        <source>All images pass.</source>
        <translation>Pasan todas las imágenes.</translation>
    </message>
</context>
<context>
    <name>facespace::FirstLooks</name>
    <message>
        <source>What to look at first</source>
        <translation>Qué mirar primero</translation>
    </message>
    <message>
        <source>Look first at</source>
        <translation>Mire primero</translation>
    </message>
    <message>
        <source>Close (Help ▸ What to look at first shows it again)</source>
        <translation>Cerrar (Ayuda ▸ Qué mirar primero lo muestra de nuevo)</translation>
    </message>
    <message>
        <source>Close what to look at first</source>
        <translation>Cerrar qué mirar primero</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Lo que está a la vista</translation>
    </message>
    <message>
        <source>Poor images near the origin</source>
        <translation>Imágenes pobres cerca del origen</translation>
    </message>
    <message>
        <source>Pose read from features</source>
        <translation>Pose leída de las características</translation>
    </message>
    <message>
        <source>Labels that look wrong</source>
        <translation>Etiquetas que parecen erróneas</translation>
    </message>
    <message>
        <source>Two networks compared</source>
        <translation>Dos redes comparadas</translation>
    </message>
    <message>
        <source>There are no features yet: Network ▸ Extract features computes them.</source>
        <translation>Aún no hay características: Red ▸ Extraer características las calcula.</translation>
    </message>
    <message>
        <source>Selected are the %1 images whose features lie nearest to the origin of %2; the gallery begins with them. Are they turned away, covered, dim or blurred? The page Quality measures whether more of them are than of all others.</source>
        <translation>Están seleccionadas las %1 imágenes cuyas características están más cerca del origen de %2; la galería empieza por ellas. ¿Están de perfil, tapadas, oscuras o borrosas? La página Calidad mide si lo están más que todas las demás.</translation>
    </message>
    <message>
        <source>Colours are the yaw of the head, where it is labelled. Inside a group of points, one person, they go from one side to the other: the feature still holds the pose. The page says how exactly a straight line reads it, for people whom it never saw.</source>
        <translation>Los colores son el giro de la cabeza, donde está etiquetado. Dentro de un grupo de puntos, una persona, van de un lado al otro: la característica aún contiene la pose. La página dice con qué exactitud la lee una recta, en personas que nunca vio.</translation>
    </message>
    <message>
        <source>Each of these images lies nearer to another person than to the one whose name it bears, and stands beside both. In the demo all labels are right, so these are what the network confuses; in sets from the web many are wrong.</source>
        <translation>Cada una de estas imágenes está más cerca de otra persona que de aquella cuyo nombre lleva, y aparece junto a ambas. En la demostración todas las etiquetas son correctas, así que son las que la red confunde; en conjuntos de la web muchas son erróneas.</translation>
    </message>
    <message>
        <source>Two networks see the same images: a second map stands beside the first, under the same selection, and the page says how many neighbours they have in common. It needs the features of two.</source>
        <translation>Dos redes ven las mismas imágenes: un segundo mapa aparece junto al primero, con la misma selección, y la página dice cuántos vecinos tienen en común. Necesita las características de dos.</translation>
    </message>
</context>
<context>
    <name>facespace::GalleryModel</name>
    <message>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
</context>
<context>
    <name>facespace::GalleryPanel</name>
    <message>
        <source>Order of the gallery</source>
        <translation>Orden de la galería</translation>
    </message>
    <message>
        <source>Order &amp;by</source>
        <translation>Ordenar &amp;por</translation>
    </message>
    <message>
        <source>Groups of the gallery</source>
        <translation>Grupos de la galería</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Grupos</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Los mayores primero</translation>
    </message>
    <message>
        <source>Aligned crops</source>
        <translation>Recortes alineados</translation>
    </message>
    <message>
        <source>Show the crops that the network saw</source>
        <translation>Mostrar los recortes que vio la red</translation>
    </message>
    <message>
        <source>Selected only</source>
        <translation>Solo la selección</translation>
    </message>
    <message>
        <source>Show the selected images only</source>
        <translation>Mostrar solo las imágenes seleccionadas</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Tamaño de las miniaturas</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galería</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom</source>
        <translation>Ctrl y la rueda amplían</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>tenths of the order</source>
        <translation>décimas partes del orden</translation>
    </message>
    <message>
        <source>Faces appear here, ordered by distance from the origin. Open images or a project.</source>
        <translation>Las caras aparecen aquí, ordenadas por su distancia al origen. Abra imágenes o un proyecto.</translation>
    </message>
    <message>
        <source>This project holds labels without images, so there are no faces to show.</source>
        <translation>Este proyecto contiene etiquetas sin imágenes, así que no hay caras que mostrar.</translation>
    </message>
</context>
<context>
    <name>facespace::Glossary</name>
    <message>
        <source>Spearman ρ|Rank correlation</source>
        <translation>ρ de Spearman|Correlación de rangos</translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation, from −1 to 1: 1 if both always rise together, 0 if they have nothing to do with each other, −1 if one falls as the other rises. Intervals leave identities out.</source>
        <translation>Correlación de rangos de Spearman, de −1 a 1: 1 si ambas suben siempre juntas, 0 si nada tienen que ver, −1 si una baja cuando la otra sube. Los intervalos apartan identidades.</translation>
    </message>
    <message>
        <source>Kendall τ</source>
        <translation>τ de Kendall</translation>
    </message>
    <message>
        <source>Kendall&apos;s τ-b, from −1 to 1: the share of pairs of images that both put in the same order, less the share that they put in opposite orders. Smaller than ρ for the same data.</source>
        <translation>τ-b de Kendall, de −1 a 1: la proporción de pares de imágenes que ambas ordenan igual menos la de los que ordenan al revés. Menor que ρ con los mismos datos.</translation>
    </message>
    <message>
        <source>Partial ρ|partial</source>
        <translation>ρ parcial|parcial</translation>
    </message>
    <message>
        <source>Partial Spearman correlation: what is left of ρ once the measures that are named as held fixed are taken out of both. Near 0: they explain it.</source>
        <translation>Correlación parcial de Spearman: lo que queda de ρ cuando se quitan de ambas las medidas que se nombran como fijas. Cerca de 0: ellas lo explican.</translation>
    </message>
    <message>
        <source>Trend|rises throughout|falls throughout|no trend|cannot tell</source>
        <translation>Tendencia|sube siempre|baja siempre|sin tendencia|no se puede decir</translation>
    </message>
    <message>
        <source>What the measure does as the distance grows, by a smooth beside the monotone fit. “Cannot tell”: the images allow several of these.</source>
        <translation>Qué hace la medida cuando crece la distancia, según una curva suave junto al ajuste monótono. «No se puede decir»: las imágenes permiten varias cosas.</translation>
    </message>
    <message>
        <source>Monotone R²</source>
        <translation>R² monótono</translation>
    </message>
    <message>
        <source>Share of the variance that the best curve which only rises or only falls (isotonic regression) explains: 1 all, 0 none.</source>
        <translation>Proporción de la varianza que explica la mejor curva que solo sube o solo baja (regresión isotónica): 1 toda, 0 nada.</translation>
    </message>
    <message>
        <source>p, flat|against flat</source>
        <translation>p, plano|contra plano</translation>
    </message>
    <message>
        <source>How often a trend as strong would come up if there were none: small means that there is one. Not the size of the effect.</source>
        <translation>Con qué frecuencia saldría una tendencia tan fuerte si no hubiera ninguna: un valor pequeño quiere decir que la hay. No es el tamaño del efecto.</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the label: smaller is better. Of identities that were not fitted to.</source>
        <translation>Error absoluto medio, en la unidad de la etiqueta: cuanto menor, mejor. De identidades a las que no se ajustó.</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root mean squared error, in the unit of the label: smaller is better; large errors count more than in the MAE.</source>
        <translation>Raíz del error cuadrático medio, en la unidad de la etiqueta: cuanto menor, mejor; los errores grandes cuentan más que en el MAE.</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Coefficient of determination: 1 if all of the label is read, 0 if no more than by always saying its mean, below 0 if less.</source>
        <translation>Coeficiente de determinación: 1 si se lee toda la etiqueta, 0 si no más que diciendo siempre su media, menor que 0 si menos.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Share of the images, or of the pairs, that are told right: larger is better. Compare with the share of the larger class.</source>
        <translation>Proporción de imágenes, o de pares, que se dicen bien: cuanto mayor, mejor. Compárese con la proporción de la clase mayor.</translation>
    </message>
    <message>
        <source>Balanced|balanced</source>
        <translation>Equilibrada|equilibrada</translation>
    </message>
    <message>
        <source>Balanced accuracy: the mean of the accuracies of both classes, 0.5 for guessing whatever their sizes.</source>
        <translation>Exactitud equilibrada: la media de las exactitudes de ambas clases, 0.5 si se adivina, sean cuales sean sus tamaños.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Area under the ROC curve: how often a case of the one kind scores above one of the other. 1 is perfect, 0.5 is chance.</source>
        <translation>Área bajo la curva ROC: con qué frecuencia un caso de un tipo puntúa más que uno del otro. 1 es perfecto, 0.5 es el azar.</translation>
    </message>
    <message>
        <source>Shuffled labels</source>
        <translation>Etiquetas barajadas</translation>
    </message>
    <message>
        <source>The same figure with labels shuffled between units of observation, mean and middle 95 %: what chance alone gives.</source>
        <translation>La misma cifra con las etiquetas barajadas entre unidades de observación, media y 95 % central: lo que da el azar.</translation>
    </message>
    <message>
        <source>Held-out identities|new identities|New identities|Split</source>
        <translation>Identidades apartadas|identidades nuevas|Identidades nuevas|Partición</translation>
    </message>
    <message>
        <source>Every image is predicted by a fit that saw no image of its person (identity-disjoint cross-validation), so that the figure holds for people who are not in the set.</source>
        <translation>Cada imagen la predice un ajuste que no vio ninguna imagen de su persona (validación cruzada por identidades), de modo que la cifra vale para personas que no están en el conjunto.</translation>
    </message>
    <message>
        <source>Equal error rate|EER</source>
        <translation>Tasa de error igual|EER</translation>
    </message>
    <message>
        <source>Where as many genuine pairs are rejected as impostor pairs are accepted (ISO/IEC 19795-1): smaller is better.</source>
        <translation>Donde se rechazan en la misma proporción pares genuinos que se aceptan pares de impostores (ISO/IEC 19795-1): cuanto menor, mejor.</translation>
    </message>
    <message>
        <source>d′</source>
        <translation>d′</translation>
    </message>
    <message>
        <source>Distance between the means of genuine and impostor scores in standard deviations: larger is better, 0 is chance.</source>
        <translation>Distancia entre las medias de las puntuaciones genuinas y de impostores en desviaciones típicas: cuanto mayor, mejor; 0 es el azar.</translation>
    </message>
    <message>
        <source>FMR|False match rate</source>
        <translation>FMR|Tasa de falsas coincidencias</translation>
    </message>
    <message>
        <source>False match rate: share of impostor pairs that are taken for one person (ISO/IEC 19795-1). It sets the threshold.</source>
        <translation>Tasa de falsas coincidencias: proporción de pares de impostores que se toman por una persona (ISO/IEC 19795-1). Fija el umbral.</translation>
    </message>
    <message>
        <source>FNMR|1 − FNMR</source>
        <translation>FNMR|1 − FNMR</translation>
    </message>
    <message>
        <source>False non-match rate: share of genuine pairs that are taken for two people (ISO/IEC 19795-1); smaller is better, and of 1 − FNMR larger.</source>
        <translation>Tasa de falsas no coincidencias: proporción de pares genuinos que se toman por dos personas (ISO/IEC 19795-1); cuanto menor, mejor, y de 1 − FNMR cuanto mayor.</translation>
    </message>
    <message>
        <source>Genuine pairs|genuine</source>
        <translation>Pares genuinos|genuinos</translation>
    </message>
    <message>
        <source>Pairs of images of one identity, as the labels have it.</source>
        <translation>Pares de imágenes de una identidad, según las etiquetas.</translation>
    </message>
    <message>
        <source>Impostor pairs|impostor</source>
        <translation>Pares de impostores|impostores</translation>
    </message>
    <message>
        <source>Pairs of images of two identities, as the labels have it.</source>
        <translation>Pares de imágenes de dos identidades, según las etiquetas.</translation>
    </message>
    <message>
        <source>DET</source>
        <translation>DET</translation>
    </message>
    <message>
        <source>Detection error trade-off: FNMR over FMR on probit axes. A curve nearer to the lower left is better.</source>
        <translation>Compromiso de errores de detección: FNMR según FMR en ejes probit. Es mejor la curva más cercana a la esquina inferior izquierda.</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Receiver operating characteristic: 1 − FNMR over FMR. A curve nearer to the upper left is better.</source>
        <translation>Característica operativa del receptor: 1 − FNMR según FMR. Es mejor la curva más cercana a la esquina superior izquierda.</translation>
    </message>
    <message>
        <source>Error versus discard|error versus discard</source>
        <translation>Error tras descartar|error tras descartar</translation>
    </message>
    <message>
        <source>The FNMR that is left when the images of least quality are discarded: the faster it falls, the better the measure foretells errors.</source>
        <translation>La FNMR que queda cuando se descartan las imágenes de menor calidad: cuanto antes baja, mejor anuncia la medida los errores.</translation>
    </message>
    <message>
        <source>Areas|Area</source>
        <translation>Áreas|Área</translation>
    </message>
    <message>
        <source>Area under the curve of error versus discard: smaller is better.</source>
        <translation>Área bajo la curva del error tras descartar: cuanto menor, mejor.</translation>
    </message>
    <message>
        <source>Squared effect of view, without chance|Squared effect</source>
        <translation>Efecto de la vista al cuadrado, sin el azar|Efecto de la vista al cuadrado</translation>
    </message>
    <message>
        <source>By how much a feature differs between the views, in standard deviations, squared and without what chance adds (unbiased): 0 is no effect.</source>
        <translation>Cuánto difiere una característica entre las vistas, en desviaciones típicas, al cuadrado y sin lo que añade el azar (insesgado): 0 es ningún efecto.</translation>
    </message>
    <message>
        <source>Significant tests</source>
        <translation>Pruebas significativas</translation>
    </message>
    <message>
        <source>Share of identity-by-feature tests (Welch&apos;s t) that are significant after the correction. It depends on the number of images; the squared effect does not.</source>
        <translation>Proporción de pruebas de identidad por característica (t de Welch) significativas tras la corrección. Depende del número de imágenes; el efecto al cuadrado no.</translation>
    </message>
    <message>
        <source>Identities with both views</source>
        <translation>Identidades con ambas vistas</translation>
    </message>
    <message>
        <source>People with enough frontal and enough profile images: only they are tested, for others say nothing of the difference.</source>
        <translation>Personas con bastantes imágenes de frente y de perfil: solo ellas se prueban, pues las demás no dicen nada de la diferencia.</translation>
    </message>
    <message>
        <source>Features that vary</source>
        <translation>Características que varían</translation>
    </message>
    <message>
        <source>Features of the network that are not the same in every image: those that are tested.</source>
        <translation>Características de la red que no son iguales en todas las imágenes: las que se prueban.</translation>
    </message>
    <message>
        <source>… of an identity&apos;s features, range</source>
        <translation>… de las características de una identidad, rango</translation>
    </message>
    <message>
        <source>Smallest and largest share of significant features that one identity has: far apart, people differ in how much the view changes their features.</source>
        <translation>La menor y la mayor proporción de características significativas que tiene una identidad: muy separadas, las personas difieren en cuánto cambia la vista sus características.</translation>
    </message>
    <message>
        <source>… of a feature&apos;s identities, range</source>
        <translation>… de las identidades de una característica, rango</translation>
    </message>
    <message>
        <source>Smallest and largest share of the identities in which one feature is significant: far apart, features differ in how much they follow the view.</source>
        <translation>La menor y la mayor proporción de las identidades en las que una característica es significativa: muy separadas, las características difieren en cuánto siguen a la vista.</translation>
    </message>
    <message>
        <source>… its variance over identities|… its variance over features</source>
        <translation>… su varianza entre identidades|… su varianza entre características</translation>
    </message>
    <message>
        <source>Component of variance of the squared effects in a two-way layout (Searle, Casella and McCulloch 1992): the larger, the more it matters which identity, or which feature, it is; 0: not at all.</source>
        <translation>Componente de varianza de los efectos al cuadrado en un diseño de dos factores (Searle, Casella y McCulloch 1992): cuanto mayor, más importa qué identidad, o qué característica, es; 0: nada.</translation>
    </message>
    <message>
        <source>… difference of the two</source>
        <translation>… diferencia de ambas</translation>
    </message>
    <message>
        <source>Component of variance of the squared effects over identities, less that over features: above 0 identities vary more.</source>
        <translation>Componente de varianza de los efectos al cuadrado entre identidades, menos la de entre características: por encima de 0 las identidades varían más.</translation>
    </message>
    <message>
        <source>No view dependence at all</source>
        <translation>Ninguna dependencia de la vista</translation>
    </message>
    <message>
        <source>p: how often a mean squared effect as large comes up when views are shuffled within identities: small means that features follow the view. Not the size of the effect.</source>
        <translation>p: con qué frecuencia aparece un efecto medio al cuadrado igual de grande cuando se barajan las vistas dentro de cada identidad: pequeño quiere decir que las características siguen a la vista. No es el tamaño del efecto.</translation>
    </message>
    <message>
        <source>Distance from the origin|Distance from origin|‖x‖</source>
        <translation>Distancia al origen|‖x‖</translation>
    </message>
    <message>
        <source>Length (Euclidean norm) of the feature as the network returns it. Many networks put images of poor quality near the origin; whether this one does, the page Quality says.</source>
        <translation>Longitud (norma euclídea) de la característica tal como la da la red. Muchas redes ponen cerca del origen las imágenes de mala calidad; si esta lo hace, lo dice la página Calidad.</translation>
    </message>
    <message>
        <source>Distance from the mean</source>
        <translation>Distancia a la media</translation>
    </message>
    <message>
        <source>Euclidean distance of the feature from the mean feature of the images taken.</source>
        <translation>Distancia euclídea de la característica a la característica media de las imágenes tomadas.</translation>
    </message>
    <message>
        <source>Cosine to the identity&apos;s centroid</source>
        <translation>Coseno con el centroide de la identidad</translation>
    </message>
    <message>
        <source>Cosine between the feature and the mean feature of its identity: 1 is in its direction. Also of networks whose features have unit length.</source>
        <translation>Coseno entre la característica y la característica media de su identidad: 1 es en su dirección. También de redes cuyas características tienen longitud uno.</translation>
    </message>
    <message>
        <source>Percentile|Percentiles|percentiles|percentile</source>
        <translation>Percentil|Percentiles|percentiles|percentil</translation>
    </message>
    <message>
        <source>Rank among all images from 0 to 100, ties sharing their mean rank: 0 is nearest to the origin.</source>
        <translation>Rango entre todas las imágenes de 0 a 100; los empates comparten su rango medio: 0 es lo más cercano al origen.</translation>
    </message>
    <message>
        <source>In common|in common|Neighbours in common</source>
        <translation>En común|en común|Vecinos en común</translation>
    </message>
    <message>
        <source>Share of an image&apos;s nearest neighbours that are the same in both: 100 % is the same surroundings.</source>
        <translation>Proporción de los vecinos más próximos de una imagen que son los mismos en ambas: 100 % es el mismo entorno.</translation>
    </message>
    <message>
        <source>Trustworthiness</source>
        <translation>Fiabilidad</translation>
    </message>
    <message>
        <source>1 if all neighbours on the map are neighbours in the features (Venna and Kaski 2001): larger is better.</source>
        <translation>1 si todos los vecinos en el mapa son vecinos en las características (Venna y Kaski 2001): cuanto mayor, mejor.</translation>
    </message>
    <message>
        <source>Continuity</source>
        <translation>Continuidad</translation>
    </message>
    <message>
        <source>1 if all neighbours in the features are neighbours on the map (Venna and Kaski 2001): larger is better.</source>
        <translation>1 si todos los vecinos en las características son vecinos en el mapa (Venna y Kaski 2001): cuanto mayor, mejor.</translation>
    </message>
    <message>
        <source>Cosine to the stored feature|cosine</source>
        <translation>Coseno con la característica guardada|coseno</translation>
    </message>
    <message>
        <source>Cosine between two features: 1 the same direction, 0 at a right angle.</source>
        <translation>Coseno entre dos características: 1 la misma dirección, 0 en ángulo recto.</translation>
    </message>
    <message>
        <source>Rank of the own identity</source>
        <translation>Rango de la misma identidad</translation>
    </message>
    <message>
        <source>Place of the nearest image of the same identity among all others by cosine: 1 is recognised.</source>
        <translation>Puesto de la imagen más próxima de la misma identidad entre todas las demás por coseno: 1 es reconocida.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <source>Share of the pairs for each unit of the score: under each histogram lies an area of 1.</source>
        <translation>Proporción de los pares por unidad de la puntuación: bajo cada histograma hay un área de 1.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>Cosine to the nearest other identity&apos;s mean less that to the own: above 0 the image is nearer to another identity.</source>
        <translation>Coseno con la media de la otra identidad más cercana menos el de la propia: por encima de 0 la imagen está más cerca de otra identidad.</translation>
    </message>
    <message>
        <source>Cosine of halves</source>
        <translation>Coseno de las mitades</translation>
    </message>
    <message>
        <source>Cosine between the means of the two halves of a name&apos;s images (2-means): the smaller, the likelier two people.</source>
        <translation>Coseno entre las medias de las dos mitades de las imágenes de un nombre (2-medias): cuanto menor, más probable que sean dos personas.</translation>
    </message>
    <message>
        <source>Hedges&apos; g</source>
        <translation>g de Hedges</translation>
    </message>
    <message>
        <source>Standardised difference of the means of frontal and profile images, corrected for few images: 0 is no effect.</source>
        <translation>Diferencia estandarizada de las medias de las imágenes frontales y de perfil, corregida para pocas imágenes: 0 es ningún efecto.</translation>
    </message>
    <message>
        <source>Variance over identities</source>
        <translation>Varianza entre identidades</translation>
    </message>
    <message>
        <source>Resamples of identities and features</source>
        <translation>Remuestras de identidades y características</translation>
    </message>
    <message>
        <source>How many resamples of identities and features gave such a value (pigeonhole bootstrap, Owen 2007).</source>
        <translation>Cuántas remuestras de identidades y características dieron un valor así (bootstrap de palomar, Owen 2007).</translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation>Número de características</translation>
    </message>
    <message>
        <source>So many of the network&apos;s features the predictor is given: the fewer it takes, the more plainly they say it.</source>
        <translation>Cuántas características de la red recibe el predictor: cuantas menos hacen falta, más claramente lo dicen.</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>The label of the image: of the manifest, else from where the caption says.</source>
        <translation>La etiqueta de la imagen: del manifiesto o, si no, de donde dice el pie.</translation>
    </message>
    <message>
        <source>Predicted|predicted</source>
        <translation>Predicho|predicho|Predicción</translation>
    </message>
    <message>
        <source>What a linear predictor reads from the feature of the image, fitted to other people (out of fold).</source>
        <translation>Lo que un predictor lineal lee de la característica de la imagen, ajustado con otras personas (fuera del pliegue).</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>How often a figure as good would come up by chance alone: small means that it is none. Not the size of the effect.</source>
        <translation>Con qué frecuencia saldría por azar una cifra igual de buena: pequeño significa que no lo es. No es el tamaño del efecto.</translation>
    </message>
    <message>
        <source>Yaw|yaw</source>
        <translation>Guiñada|guiñada</translation>
    </message>
    <message>
        <source>Turn of the head to the side in degrees, positive where the nose points to the image&apos;s left.</source>
        <translation>Giro de la cabeza hacia un lado en grados, positivo si la nariz apunta a la izquierda de la imagen.</translation>
    </message>
    <message>
        <source>Pitch|pitch</source>
        <translation>Cabeceo|cabeceo</translation>
    </message>
    <message>
        <source>Nod of the head in degrees, positive where the face looks up.</source>
        <translation>Inclinación de la cabeza en grados, positiva si la cara mira hacia arriba.</translation>
    </message>
    <message>
        <source>Genuine pairs discarded</source>
        <translation>Pares genuinos descartados</translation>
    </message>
    <message>
        <source>Share of the genuine pairs that are set aside, those of lowest quality first.</source>
        <translation>Proporción de los pares genuinos que se aparta, empezando por los de menor calidad.</translation>
    </message>
    <message>
        <source>Difference (95 % interval)</source>
        <translation>Diferencia (intervalo del 95 %)</translation>
    </message>
    <message>
        <source>The second less the first, of the same pairs, with a paired 95 % interval by leaving identities out: one is better where it leaves out 0.</source>
        <translation>El segundo menos el primero, en los mismos pares, con un intervalo pareado del 95 % que deja identidades fuera: uno es mejor si no contiene el 0.</translation>
    </message>
    <message>
        <source>Shift of the percentile</source>
        <translation>Cambio del percentil</translation>
    </message>
    <message>
        <source>By how much the image&apos;s rank by distance differs between the two: far from 0 they judge it differently.</source>
        <translation>Cuánto cambia entre los dos el rango de la imagen por distancia: lejos de 0 la juzgan de otro modo.</translation>
    </message>
    <message>
        <source>Neighbours k</source>
        <translation>Vecinos k</translation>
    </message>
    <message>
        <source>How many nearest neighbours of each image are compared.</source>
        <translation>Cuántos vecinos más cercanos de cada imagen se comparan.</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>Divergencia KL</translation>
    </message>
    <message>
        <source>Kullback–Leibler divergence, which t-SNE makes small: smaller is better, comparable between maps of the same features and perplexity.</source>
        <translation>Divergencia de Kullback-Leibler, que t-SNE hace pequeña: menor es mejor, comparable entre mapas de las mismas características y perplejidad.</translation>
    </message>
    <message>
        <source>Trustworthy</source>
        <translation>Fiable</translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation>Continuo</translation>
    </message>
    <message>
        <source>Preserved|Neighbours alike</source>
        <translation>Conservado|Vecinos iguales</translation>
    </message>
    <message>
        <source>ρ distances|ρ identities</source>
        <translation>ρ distancias|ρ identidades</translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation of distances in the features and on the map, of pairs of images or of identities: 1 keeps their order.</source>
        <translation>Correlación de rangos de Spearman de las distancias en las características y en el mapa, de pares de imágenes o de identidades: 1 conserva su orden.</translation>
    </message>
    <message>
        <source>Own identity nearby</source>
        <translation>Misma identidad cerca</translation>
    </message>
    <message>
        <source>How many of the nearest images by cosine are of the same identity: all of them is recognised.</source>
        <translation>Cuántas de las imágenes más cercanas por coseno son de la misma identidad: si lo son todas, se reconoce.</translation>
    </message>
    <message>
        <source>Inter-eye distance</source>
        <translation>Distancia entre los ojos</translation>
    </message>
    <message>
        <source>Distance of the eyes in pixels of the image, divided by cos yaw: larger is better.</source>
        <translation>Distancia entre los ojos en píxeles de la imagen, dividida por el coseno de la guiñada: mayor es mejor.</translation>
    </message>
    <message>
        <source>Face box size</source>
        <translation>Tamaño del recuadro de la cara</translation>
    </message>
    <message>
        <source>Side of the face&apos;s box in pixels of the image: larger is better.</source>
        <translation>Lado del recuadro de la cara en píxeles de la imagen: mayor es mejor.</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Nitidez</translation>
    </message>
    <message>
        <source>Variance of the Laplacian of the aligned face: larger is sharper.</source>
        <translation>Varianza del laplaciano de la cara alineada: mayor es más nítido.</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desenfoque</translation>
    </message>
    <message>
        <source>Blur without a reference (Crété-Roffet et al. 2007), from 0 to 1: smaller is better.</source>
        <translation>Desenfoque sin referencia (Crété-Roffet et al. 2007), de 0 a 1: menor es mejor.</translation>
    </message>
    <message>
        <source>Brightness|Luminance mean</source>
        <translation>Brillo|Media de luminancia</translation>
    </message>
    <message>
        <source>Mean luminance of the aligned face: a middle is best; its component of ISO/IEC 29794-5 goes from 0 to 100, larger is better.</source>
        <translation>Luminancia media de la cara alineada: lo mejor es un término medio; su componente de ISO/IEC 29794-5 va de 0 a 100, mayor es mejor.</translation>
    </message>
    <message>
        <source>Contrast|Luminance variance</source>
        <translation>Contraste|Varianza de luminancia</translation>
    </message>
    <message>
        <source>Spread of the luminance of the aligned face: a middle is best; its component of ISO/IEC 29794-5 goes from 0 to 100, larger is better.</source>
        <translation>Dispersión de la luminancia de la cara alineada: lo mejor es un término medio; su componente de ISO/IEC 29794-5 va de 0 a 100, mayor es mejor.</translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>Rango dinámico</translation>
    </message>
    <message>
        <source>Entropy of the luminance of the aligned face in bits: larger is better.</source>
        <translation>Entropía de la luminancia de la cara alineada en bits: mayor es mejor.</translation>
    </message>
    <message>
        <source>Under-exposed pixels|Under-exposure prevention</source>
        <translation>Píxeles subexpuestos|Prevención de la subexposición</translation>
    </message>
    <message>
        <source>Share of the face&apos;s pixels that are too dark: smaller is better, and of the component of ISO/IEC 29794-5 (0 to 100) larger.</source>
        <translation>Proporción de píxeles de la cara demasiado oscuros: menor es mejor, y del componente de ISO/IEC 29794-5 (0 a 100) mayor.</translation>
    </message>
    <message>
        <source>Over-exposed pixels|Over-exposure prevention</source>
        <translation>Píxeles sobreexpuestos|Prevención de la sobreexposición</translation>
    </message>
    <message>
        <source>Share of the face&apos;s pixels that are too bright: smaller is better, and of the component of ISO/IEC 29794-5 (0 to 100) larger.</source>
        <translation>Proporción de píxeles de la cara demasiado claros: menor es mejor, y del componente de ISO/IEC 29794-5 (0 a 100) mayor.</translation>
    </message>
    <message>
        <source>Blockiness</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>Edges at the borders of JPEG&apos;s blocks beside others: larger is more compressed, smaller is better.</source>
        <translation>Bordes entre los bloques de JPEG frente a los demás: mayor es más comprimido, menor es mejor.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>What is known of each image: a measure of its quality, the distance of its feature, or a column of numbers that was imported.</source>
        <translation>Lo que se sabe de cada imagen: una medida de su calidad, la distancia de su característica o una columna de números importada.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>Images set aside in random order: a measure that is no better than this foretells nothing.</source>
        <translation>Imágenes apartadas al azar: una medida que no es mejor que esto no predice nada.</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Oráculo</translation>
    </message>
    <message>
        <source>Genuine pairs that are rejected are set aside first: no measure can do better than this.</source>
        <translation>Se apartan primero los pares genuinos rechazados: ninguna medida puede hacerlo mejor.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>What is read from the features: pose, still or video, or a column of the manifest.</source>
        <translation>Lo que se lee de las características: la pose, si es foto o vídeo, o una columna del manifiesto.</translation>
    </message>
    <message>
        <source>Still or video</source>
        <translation>Foto o vídeo</translation>
    </message>
    <message>
        <source>Whether the image is a still or a frame of a video, as the manifest has it.</source>
        <translation>Si la imagen es una foto o un fotograma de un vídeo, según el manifiesto.</translation>
    </message>
    <message>
        <source>Images, identities|Templates, identities</source>
        <translation>Imágenes, identidades|Plantillas, identidades</translation>
    </message>
    <message>
        <source>How many images or templates, and of how many people, the pairs are made of: intervals go by people.</source>
        <translation>De cuántas imágenes o plantillas, y de cuántas personas, se hacen los pares: los intervalos van por personas.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Where the image lies in the project&apos;s folder.</source>
        <translation>Dónde está la imagen en la carpeta del proyecto.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>The person in the image, as the labels have it: folder, list or column.</source>
        <translation>La persona de la imagen, según las etiquetas: carpeta, lista o columna.</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Still image or frame of a video, as the manifest has it.</source>
        <translation>Imagen fija o fotograma de un vídeo, según el manifiesto.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Of which video the frame is: the frames of one are one observation.</source>
        <translation>De qué vídeo es el fotograma: los fotogramas de uno son una observación.</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Alabeo</translation>
    </message>
    <message>
        <source>Tilt of the head in the image&apos;s plane, in degrees.</source>
        <translation>Inclinación de la cabeza en el plano de la imagen, en grados.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Keep or reject, as decided in Triage; empty: undecided.</source>
        <translation>Conservar o rechazar, según se decidió en Criba; vacío: sin decidir.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>Words of yours on the image, apart from the decision.</source>
        <translation>Palabras suyas sobre la imagen, aparte de la decisión.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>A sentence of yours on the image.</source>
        <translation>Una frase suya sobre la imagen.</translation>
    </message>
    <message>
        <source>Probability of</source>
        <translation>Probabilidad de</translation>
    </message>
    <message>
        <source>By linear discriminant analysis, out of fold, from 0 to 1: near 1 the features say so.</source>
        <translation>Por análisis discriminante lineal, fuera del pliegue, de 0 a 1: cerca de 1 lo dicen las características.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Predicted less labelled: 0 is right, above 0 too large.</source>
        <translation>Lo predicho menos la etiqueta: 0 es exacto, por encima de 0 demasiado.</translation>
    </message>
    <message>
        <source>In the manual</source>
        <translation>En el manual</translation>
    </message>
</context>
<context>
    <name>facespace::GroupedChoice</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>Buscar en %1</translation>
    </message>
</context>
<context>
    <name>facespace::HeadPoseDial</name>
    <message>
        <source>Head pose</source>
        <translation>Pose de la cabeza</translation>
    </message>
</context>
<context>
    <name>facespace::History</name>
    <message>
        <source>decision “%1”</source>
        <translation>decisión «%1»</translation>
    </message>
    <message>
        <source>withdrawal of decision “%1”</source>
        <translation>retirada de la decisión «%1»</translation>
    </message>
    <message>
        <source>tag “%1”</source>
        <translation>marca «%1»</translation>
    </message>
    <message>
        <source>removal of tag “%1”</source>
        <translation>retirada de la marca «%1»</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>selección</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>colouring</source>
        <translation>coloración</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vista</translation>
    </message>
</context>
<context>
    <name>facespace::HoverCard</name>
    <message>
        <source>Image under the pointer</source>
        <translation>Imagen bajo el puntero</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
</context>
<context>
    <name>facespace::IdentityModel</name>
    <message>
        <source>Mean distance from the origin of this identity&apos;s features</source>
        <translation>Distancia media al origen de las características de esta identidad</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Mean ‖x‖</source>
        <translation>‖x‖ media</translation>
    </message>
</context>
<context>
    <name>facespace::IdentityPanel</name>
    <message>
        <source>Find an identity</source>
        <translation>Buscar una identidad</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identidades</translation>
    </message>
    <message>
        <source>1 identity</source>
        <translation>1 identidad</translation>
    </message>
    <message>
        <source>%1 identities</source>
        <translation>%1 identidades</translation>
    </message>
    <message>
        <source>The people in the image set are listed here. Open images or a project.</source>
        <translation>Aquí se enumeran las personas del conjunto de imágenes. Abra imágenes o un proyecto.</translation>
    </message>
</context>
<context>
    <name>facespace::ImageTableModel</name>
    <message>
        <source>A coordinate on a map: near is alike, its unit means nothing.</source>
        <translation>Una coordenada de un mapa: cerca es parecido, su unidad no significa nada.</translation>
    </message>
    <message>
        <source>A column of the manifest, as it was imported.</source>
        <translation>Una columna del manifiesto, tal como se importó.</translation>
    </message>
    <message>
        <source>%1 of %2 images have a value. In filters and tables: %3</source>
        <translation>%1 de %2 imágenes tienen un valor. En filtros y tablas: %3</translation>
    </message>
</context>
<context>
    <name>facespace::ImageTablePanel</name>
    <message>
        <source>Image table</source>
        <translation>Tabla de imágenes</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Show rows with these words</source>
        <translation>Mostrar las filas con estas palabras</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Filtrar la tabla</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Choose the columns to show</source>
        <translation>Elegir las columnas que se muestran</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the selected rows as CSV</source>
        <translation>Copiar las filas seleccionadas como CSV</translation>
    </message>
    <message>
        <source>The table lists every image. Open images or a project to fill it.</source>
        <translation>La tabla enumera todas las imágenes. Abra imágenes o un proyecto para llenarla.</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 de %2 imágenes</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>facespace::ImportDialog</name>
    <message>
        <source>Folder of the images</source>
        <translation>Carpeta de las imágenes</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Archivo del proyecto</translation>
    </message>
    <message>
        <source>FaceSpace projects (*.facespace)</source>
        <translation>Proyectos de FaceSpace (*.facespace)</translation>
    </message>
    <message>
        <source>Follow links that lead out of the folder</source>
        <translation>Seguir enlaces que llevan fuera de la carpeta</translation>
    </message>
    <message>
        <source>Leave out rows that cannot be used</source>
        <translation>Omitir filas que no se pueden usar</translation>
    </message>
    <message>
        <source>New project from images</source>
        <translation>Proyecto nuevo a partir de imágenes</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>What names say</source>
        <translation>Lo que dicen los nombres</translation>
    </message>
    <message>
        <source>{identity}_{frame}.jpg; empty: each sub-folder is an identity</source>
        <translation>{identity}_{frame}.jpg; vacío: cada subcarpeta es una identidad</translation>
    </message>
    <message>
        <source>What the pattern reads</source>
        <translation>Lo que lee el patrón</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Imágenes</translation>
    </message>
    <message>
        <source>&amp;Manifest</source>
        <translation>&amp;Manifiesto</translation>
    </message>
    <message>
        <source>What &amp;names say</source>
        <translation>Lo que dicen los &amp;nombres</translation>
    </message>
    <message>
        <source>Save &amp;project as</source>
        <translation>Guardar el &amp;proyecto como</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>none: each sub-folder is an identity</source>
        <translation>ninguno: cada subcarpeta es una identidad</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>does not fit, left out</source>
        <translation>no encaja, se omite</translation>
    </message>
    <message>
        <source>Choose the folder that holds the images.</source>
        <translation>Elija la carpeta que contiene las imágenes.</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>No existe la carpeta «%1».</translation>
    </message>
    <message>
        <source>Choose the columns for: %1.</source>
        <translation>Elija las columnas para: %1.</translation>
    </message>
    <message>
        <source>“%1” is there already. Choose another name for the project.</source>
        <translation>«%1» ya existe. Elija otro nombre para el proyecto.</translation>
    </message>
</context>
<context>
    <name>facespace::InspectorPanel</name>
    <message>
        <source>The image as stored</source>
        <translation>La imagen tal como está guardada</translation>
    </message>
    <message>
        <source>The crop that the network saw</source>
        <translation>El recorte que vio la red</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>Draw the face box and the landmarks</source>
        <translation>Dibujar el recuadro de la cara y los puntos de referencia</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Percentil</translation>
    </message>
    <message>
        <source>Where the distance lies among all images</source>
        <translation>Dónde está la distancia entre todas las imágenes</translation>
    </message>
    <message>
        <source>Distance from the origin</source>
        <translation>Distancia al origen</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>predicho</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etiqueta</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Yaw</source>
        <translation>Guiñada</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Cabeceo</translation>
    </message>
    <message>
        <source>Where the nose points: predicted filled, label as a ring</source>
        <translation>Hacia dónde apunta la nariz: la predicción rellena, la etiqueta como anillo</translation>
    </message>
    <message>
        <source>Number of neighbours</source>
        <translation>Número de vecinos</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>coseno</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>euclídea</translation>
    </message>
    <message>
        <source>How neighbours are compared</source>
        <translation>Cómo se comparan los vecinos</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>En el mapa</translation>
    </message>
    <message>
        <source>Draw lines to the nearest neighbours on the map; dashed to other identities</source>
        <translation>Trazar líneas a los vecinos más próximos en el mapa; discontinuas si son de otra identidad</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Próximas</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Same identity</source>
        <translation>Misma identidad</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>Mostrar el archivo en el gestor de archivos</translation>
    </message>
    <message>
        <source>Facts of the image</source>
        <translation>Datos de la imagen</translation>
    </message>
    <message>
        <source>Click a point on the map, a face or a table row to see the image here.</source>
        <translation>Pulse un punto del mapa, una cara o una fila de la tabla para ver aquí la imagen.</translation>
    </message>
    <message>
        <source>no features yet</source>
        <translation>aún no hay características</translation>
    </message>
    <message>
        <source>no feature for this image</source>
        <translation>esta imagen no tiene característica</translation>
    </message>
    <message>
        <source>every feature has length 1</source>
        <translation>todas las características tienen longitud 1</translation>
    </message>
    <message>
        <source>%1 % of the images are nearer to the origin, half of those at the same distance counted.</source>
        <translation>El %1 % de las imágenes está más cerca del origen, contando la mitad de las que están a la misma distancia.</translation>
    </message>
    <message>
        <source>%1 · cosine %2</source>
        <translation>%1 · coseno %2</translation>
    </message>
    <message>
        <source>%1 · distance %2</source>
        <translation>%1 · distancia %2</translation>
    </message>
    <message>
        <source>%1 of the %2 nearest are of the same identity</source>
        <translation>%1 de los %2 más próximos son de la misma identidad</translation>
    </message>
</context>
<context>
    <name>facespace::JobFlow</name>
    <message>
        <source>Importing images</source>
        <translation>Importando imágenes</translation>
    </message>
    <message>
        <source>Extracting features</source>
        <translation>Extrayendo características</translation>
    </message>
    <message>
        <source>The extraction was cancelled. What it has computed is kept.</source>
        <translation>La extracción se canceló. Lo que se ha calculado se conserva.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Importing features</source>
        <translation>Importando características</translation>
    </message>
    <message>
        <source>Making the demo</source>
        <translation>Creando la demostración</translation>
    </message>
    <message>
        <source>The demo was cancelled. What is there is kept.</source>
        <translation>La demostración se canceló. Lo que hay se conserva.</translation>
    </message>
    <message>
        <source>Computing a map: %1</source>
        <translation>Calculando un mapa: %1</translation>
    </message>
    <message>
        <source>Placing new images</source>
        <translation>Colocando las imágenes nuevas</translation>
    </message>
    <message>
        <source>No image is missing on “%1”.</source>
        <translation>No falta ninguna imagen en «%1».</translation>
    </message>
    <message>
        <source>One new image is on “%1” now.</source>
        <translation>Una imagen nueva está ahora en «%1».</translation>
    </message>
    <message>
        <source>%1 new images are on “%2” now.</source>
        <translation>%1 imágenes nuevas están ahora en «%2».</translation>
    </message>
    <message>
        <source>Measuring the map</source>
        <translation>Midiendo el mapa</translation>
    </message>
    <message>
        <source>Predicting head pose</source>
        <translation>Prediciendo la pose de la cabeza</translation>
    </message>
    <message>
        <source>Measuring image quality</source>
        <translation>Midiendo la calidad de las imágenes</translation>
    </message>
    <message>
        <source>Finding the images</source>
        <translation>Buscando las imágenes</translation>
    </message>
    <message>
        <source>Writing the decisions</source>
        <translation>Escribiendo las decisiones</translation>
    </message>
    <message>
        <source>The decisions on %1 images are in “%2”.</source>
        <translation>Las decisiones sobre %1 imágenes están en «%2».</translation>
    </message>
    <message>
        <source>Images with nothing but a tag or a note: %1.</source>
        <translation>Imágenes con solo una etiqueta o una nota: %1.</translation>
    </message>
    <message>
        <source>Linking images</source>
        <translation>Enlazando imágenes</translation>
    </message>
    <message>
        <source>Copying images</source>
        <translation>Copiando imágenes</translation>
    </message>
    <message>
        <source>%1 images are in “%2”.</source>
        <translation>%1 imágenes están en «%2».</translation>
    </message>
    <message>
        <source> %1 were there already and stay as they are.</source>
        <translation> %1 ya estaban allí y quedan como están.</translation>
    </message>
    <message>
        <source> %1 could not be written. The first: </source>
        <translation> %1 no se pudieron escribir. La primera: </translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>Escribiendo la tabla</translation>
    </message>
    <message>
        <source>The table is in “%1”.</source>
        <translation>La tabla está en «%1».</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
    <message>
        <source>The report is in “%1”.</source>
        <translation>El informe está en «%1».</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirlo</translation>
    </message>
</context>
<context>
    <name>facespace::JobLogModel</name>
    <message>
        <source>Job</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>facespace::JobRunner</name>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · quedan %2</translation>
    </message>
    <message>
        <source>There is not enough memory for this; close other programs or take fewer images.</source>
        <translation>No hay memoria suficiente para esto; cierre otros programas o tome menos imágenes.</translation>
    </message>
    <message>
        <source>The job stopped because of an unexpected problem: %1</source>
        <translation>El trabajo se detuvo por un problema inesperado: %1</translation>
    </message>
    <message>
        <source>The job stopped because of an unexpected problem.</source>
        <translation>El trabajo se detuvo por un problema inesperado.</translation>
    </message>
</context>
<context>
    <name>facespace::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Skipped images</source>
        <translation>Imágenes omitidas</translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>Exportar la lista</translation>
    </message>
    <message>
        <source>Write the list of skipped images as CSV</source>
        <translation>Escribir la lista de imágenes omitidas como CSV</translation>
    </message>
    <message>
        <source>Jobs that ran on the project are listed here, with the images they skipped and why.</source>
        <translation>Aquí se enumeran las tareas hechas en el proyecto, con las imágenes que omitieron y por qué.</translation>
    </message>
    <message>
        <source>1 image skipped</source>
        <translation>1 imagen omitida</translation>
    </message>
    <message>
        <source>%1 images skipped</source>
        <translation>%1 imágenes omitidas</translation>
    </message>
</context>
<context>
    <name>facespace::KeptFiles</name>
    <message>
        <source>Projects</source>
        <translation>Proyectos</translation>
    </message>
    <message>
        <source>Each is the one file that you named: labels, features, maps, tags and notes. Images stay where they are and are never changed.</source>
        <translation>Cada uno es el único archivo que usted nombró: etiquetas, características, mapas, marcas y notas. Las imágenes se quedan donde están y nunca se cambian.</translation>
    </message>
    <message>
        <source>The demo</source>
        <translation>La demostración</translation>
    </message>
    <message>
        <source>Rendered faces and their project, where you did not name another folder.</source>
        <translation>Caras generadas y su proyecto, si no nombró otra carpeta.</translation>
    </message>
    <message>
        <source>Networks that you allowed</source>
        <translation>Redes que usted permitió</translation>
    </message>
    <message>
        <source>Names and hashes. Without the file you are asked again.</source>
        <translation>Nombres y resúmenes. Sin el archivo se le pregunta de nuevo.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Theme, language, layout, recent files and folders.</source>
        <translation>Tema, idioma, disposición, archivos y carpetas recientes.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Where files are kept</source>
        <translation>Dónde se guardan los archivos</translation>
    </message>
    <message>
        <source>New projects and files can be read by me alone (mode 0600)</source>
        <translation>Solo yo puedo leer los proyectos y archivos nuevos (modo 0600)</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Olvidar los archivos recientes</translation>
    </message>
</context>
<context>
    <name>facespace::LiveServer</name>
    <message>
        <source>There is no folder for it that only you can look into: set XDG_RUNTIME_DIR to one of mode 0700.</source>
        <translation>No hay para ello ninguna carpeta que solo usted pueda abrir: ponga en XDG_RUNTIME_DIR una con permisos 0700.</translation>
    </message>
    <message>
        <source>Another window that shows this project has done so already.</source>
        <translation>Otra ventana que muestra este proyecto ya lo ha hecho.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2.</source>
        <translation>No se puede abrir «%1»: %2.</translation>
    </message>
</context>
<context>
    <name>facespace::MainWindow</name>
    <message>
        <source>FaceSpace</source>
        <translation>FaceSpace</translation>
    </message>
    <message>
        <source>The window speaks the other language as soon as its job has ended.</source>
        <translation>La ventana hablará el otro idioma en cuanto termine su tarea.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Map of the faces</source>
        <translation>Mapa de las caras</translation>
    </message>
    <message>
        <source>The map appears once there are features. Choose Network ▸ Extract features, or drop a network&apos;s JSON file here.</source>
        <translation>El mapa aparece cuando haya características. Elija Red ▸ Extraer características o suelte aquí el archivo JSON de una red.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galería</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Criba</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identidades</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>The map to compare with</source>
        <translation>El mapa con el que se compara</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vaciar la lista</translation>
    </message>
    <message>
        <source>“%1” is open in this window already.</source>
        <translation>«%1» ya está abierto en esta ventana.</translation>
    </message>
    <message>
        <source>Open a project first, then import features into it.</source>
        <translation>Abra primero un proyecto y después importe características en él.</translation>
    </message>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>No existe el archivo o la carpeta «%1».</translation>
    </message>
    <message>
        <source>“%1” is not something FaceSpace can open: give a project, a folder of images, a manifest (CSV) or a network (JSON).</source>
        <translation>FaceSpace no puede abrir «%1»: dé un proyecto, una carpeta de imágenes, un manifiesto (CSV) o una red (JSON).</translation>
    </message>
    <message>
        <source>%1 report</source>
        <translation>%1 informe</translation>
    </message>
    <message>
        <source>Change and run again…</source>
        <translation>Cambiar y ejecutar de nuevo…</translation>
    </message>
    <message>
        <source>One image has no feature.</source>
        <translation>Una imagen no tiene característica.</translation>
    </message>
    <message>
        <source>%1 images have no feature.</source>
        <translation>%1 imágenes no tienen característica.</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>Mostrar por qué</translation>
    </message>
    <message>
        <source>Images are not where they were: there are none in “%1”.</source>
        <translation>Las imágenes no están donde estaban: no hay ninguna en «%1».</translation>
    </message>
    <message>
        <source>Choose their folder…</source>
        <translation>Elegir su carpeta…</translation>
    </message>
    <message>
        <source>FaceSpace ended unexpectedly while this project was open. It looks as it did then.</source>
        <translation>FaceSpace terminó de forma inesperada mientras este proyecto estaba abierto. Se ve como entonces.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>%1 – FaceSpace</source>
        <translation>%1 – FaceSpace</translation>
    </message>
    <message>
        <source>“%1” is in use by %2. It is open for reading here; what changes there is shown.</source>
        <translation>«%1» está en uso por %2. Aquí está abierto solo para leer; se muestra lo que cambie allí.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: you can look at it, but nothing new is kept.</source>
        <translation>«%1» no se puede escribir: puede mirarlo, pero nada nuevo se conserva.</translation>
    </message>
    <message>
        <source>The other program has closed the project: it can be changed here now.</source>
        <translation>El otro programa ha cerrado el proyecto: ya se puede cambiar aquí.</translation>
    </message>
    <message>
        <source>Programs of yours can steer this window now, from Python by facespace.open(…).live(), until you turn it off.</source>
        <translation>Sus programas pueden manejar ahora esta ventana, desde Python con facespace.open(…).live(), hasta que lo desactive.</translation>
    </message>
    <message>
        <source>Programs cannot steer this window. %1</source>
        <translation>Los programas no pueden manejar esta ventana. %1</translation>
    </message>
    <message>
        <source> (and %1 more remarks)</source>
        <translation> (y %1 avisos más)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>FaceSpace projects (*.facespace)</source>
        <translation>Proyectos de FaceSpace (*.facespace)</translation>
    </message>
    <message>
        <source>Open images or a project first, then run this network over them.</source>
        <translation>Abra primero imágenes o un proyecto y después aplique esta red.</translation>
    </message>
    <message>
        <source>Import features</source>
        <translation>Importar características</translation>
    </message>
    <message>
        <source>Features (*.npy *.npz *.csv)</source>
        <translation>Características (*.npy *.npz *.csv)</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Exportar la tabla</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabla</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Figures over k (*.csv)</source>
        <translation>Cifras según k (*.csv)</translation>
    </message>
    <message>
        <source>Seeds compared (*.csv)</source>
        <translation>Semillas comparadas (*.csv)</translation>
    </message>
    <message>
        <source>All as JSON (*.json)</source>
        <translation>Todo como JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the figures of the maps</source>
        <translation>Exportar las cifras de los mapas</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>mapas</translation>
    </message>
    <message>
        <source>The figures are in “%1”.</source>
        <translation>Las cifras están en «%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>«%1» no se puede escribir: %2</translation>
    </message>
    <message>
        <source>No image has a decision, a tag or a note yet: there is nothing to list.</source>
        <translation>Ninguna imagen tiene todavía una decisión, una marca o una nota: no hay nada que listar.</translation>
    </message>
    <message>
        <source>Write the decisions</source>
        <translation>Escribir las decisiones</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>decisiones</translation>
    </message>
    <message>
        <source>No image is kept yet: there is nothing to export.</source>
        <translation>Todavía no se conserva ninguna imagen: no hay nada que exportar.</translation>
    </message>
    <message>
        <source>No image is rejected yet: there is nothing to export.</source>
        <translation>Todavía no se ha rechazado ninguna imagen: no hay nada que exportar.</translation>
    </message>
    <message>
        <source>Every image is rejected: there is nothing to export.</source>
        <translation>Todas las imágenes están rechazadas: no hay nada que exportar.</translation>
    </message>
    <message>
        <source>Folder for links to the images</source>
        <translation>Carpeta para los enlaces a las imágenes</translation>
    </message>
    <message>
        <source>Folder for copies of the images</source>
        <translation>Carpeta para las copias de las imágenes</translation>
    </message>
    <message>
        <source>The figure is in “%1”.</source>
        <translation>La figura está en «%1».</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>Copiando la figura</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>La figura está en el portapapeles.</translation>
    </message>
    <message>
        <source>Writing commands</source>
        <translation>Escribiendo órdenes</translation>
    </message>
    <message>
        <source>The commands that led here are on the clipboard.</source>
        <translation>Las órdenes que llevaron hasta aquí están en el portapapeles.</translation>
    </message>
    <message>
        <source>Not all can be one: %1</source>
        <translation>No todo puede serlo: %1</translation>
    </message>
    <message>
        <source>Export the skipped images</source>
        <translation>Exportar las imágenes omitidas</translation>
    </message>
    <message>
        <source>skipped images</source>
        <translation>imágenes omitidas</translation>
    </message>
    <message>
        <source>The list is in “%1”.</source>
        <translation>La lista está en «%1».</translation>
    </message>
    <message>
        <source>Where are the images now?</source>
        <translation>¿Dónde están ahora las imágenes?</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>About FaceSpace</source>
        <translation>Acerca de FaceSpace</translation>
    </message>
    <message>
        <source>&lt;h3&gt;FaceSpace %1&lt;/h3&gt;&lt;p&gt;See what a face-recognition network codes.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;FaceSpace %1&lt;/h3&gt;&lt;p&gt;Vea qué codifica una red de reconocimiento facial.&lt;/p&gt;&lt;p&gt;Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>facespace::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Páginas del manual</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Buscar en el manual</translation>
    </message>
    <message>
        <source>The manual is not where it was installed; install FaceSpace again.</source>
        <translation>El manual no está donde se instaló; instale FaceSpace de nuevo.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
</context>
<context>
    <name>facespace::MapDialog</name>
    <message>
        <source>Compute a map</source>
        <translation>Calcular un mapa</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcular</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Red</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Método</translation>
    </message>
    <message>
        <source>&amp;Dimensions</source>
        <translation>&amp;Dimensiones</translation>
    </message>
    <message>
        <source>&amp;Random seed</source>
        <translation>Semilla al a&amp;zar</translation>
    </message>
    <message>
        <source>%1: numbers of at least 1, several with commas between them.</source>
        <translation>%1: números de al menos 1, separados por comas si son varios.</translation>
    </message>
</context>
<context>
    <name>facespace::MapFields</name>
    <message>
        <source>Principal components</source>
        <translation>Componentes principales</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>&amp;Empezar con</translation>
    </message>
    <message>
        <source>Several, with commas between them, are averaged: 30, 300</source>
        <translation>Si son varios, separados por comas, se promedian: 30, 300</translation>
    </message>
    <message>
        <source>the map “%1”</source>
        <translation>el mapa «%1»</translation>
    </message>
</context>
<context>
    <name>facespace::MapPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>PCA 2-D, images so far</source>
        <translation>PCA 2-D, imágenes hasta ahora</translation>
    </message>
</context>
<context>
    <name>facespace::MapRunBar</name>
    <message>
        <source>&amp;Exaggeration</source>
        <translation>&amp;Exageración</translation>
    </message>
    <message>
        <source>The map that is being computed</source>
        <translation>El mapa que se está calculando</translation>
    </message>
    <message>
        <source>How far the map is</source>
        <translation>Cuánto ha avanzado el mapa</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>End here and keep the map as it is now</source>
        <translation>Terminar aquí y conservar el mapa tal como está</translation>
    </message>
    <message>
        <source>as scheduled</source>
        <translation>según lo previsto</translation>
    </message>
    <message>
        <source>Exaggeration from now on</source>
        <translation>Exageración a partir de ahora</translation>
    </message>
    <message>
        <source>How much stronger images attract their neighbours; more sets groups apart</source>
        <translation>Cuánto más atraen las imágenes a sus vecinas; más separa los grupos</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>%1: principal components; looking for neighbours</source>
        <translation>%1: componentes principales; buscando vecinos</translation>
    </message>
    <message>
        <source>%1: iteration %2 of at most %3</source>
        <translation>%1: iteración %2 de %3 como máximo</translation>
    </message>
    <message>
        <source>%1: iteration %2 of %3</source>
        <translation>%1: iteración %2 de %3</translation>
    </message>
    <message>
        <source>, exaggeration %1</source>
        <translation>, exageración %1</translation>
    </message>
    <message>
        <source> – paused</source>
        <translation> – en pausa</translation>
    </message>
</context>
<context>
    <name>facespace::MapTrustPage</name>
    <message>
        <source>Figures of the maps that were measured</source>
        <translation>Cifras de los mapas medidos</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>Divergencia KL</translation>
    </message>
    <message>
        <source>Trustworthy</source>
        <translation>Fiable</translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation>Continuo</translation>
    </message>
    <message>
        <source>Preserved</source>
        <translation>Conservado</translation>
    </message>
    <message>
        <source>ρ distances</source>
        <translation>ρ distancias</translation>
    </message>
    <message>
        <source>ρ identities</source>
        <translation>ρ identidades</translation>
    </message>
    <message>
        <source>Neighbours alike</source>
        <translation>Vecinos iguales</translation>
    </message>
    <message>
        <source>A map that was measured; of the one in view the curves are shown</source>
        <translation>Un mapa que se midió; del que está a la vista se muestran las curvas</translation>
    </message>
    <message>
        <source>Comparable between maps of the same features and perplexity</source>
        <translation>Comparable entre mapas de las mismas características y perplejidad</translation>
    </message>
    <message>
        <source>1 if all neighbours on the map are neighbours in the features</source>
        <translation>1 si todos los vecinos en el mapa son vecinos en las características</translation>
    </message>
    <message>
        <source>1 if all neighbours in the features are neighbours on the map</source>
        <translation>1 si todos los vecinos en las características son vecinos en el mapa</translation>
    </message>
    <message>
        <source>Share of each image&apos;s nearest that are the same in the features and on the map</source>
        <translation>Proporción de los más próximos de cada imagen que coinciden en las características y en el mapa</translation>
    </message>
    <message>
        <source>Rank correlation of distances in the features and on the map, over all pairs of images</source>
        <translation>Correlación de rangos de las distancias en las características y en el mapa, sobre todos los pares de imágenes</translation>
    </message>
    <message>
        <source>The same of the distances between the identities&apos; centroids</source>
        <translation>Lo mismo de las distancias entre los centroides de las identidades</translation>
    </message>
    <message>
        <source>Share of neighbours that the map with another seed has in common with this one</source>
        <translation>Proporción de vecinos que el mapa con otra semilla tiene en común con este</translation>
    </message>
    <message>
        <source>Over the number of neighbours</source>
        <translation>Según el número de vecinos</translation>
    </message>
    <message>
        <source>Maps that were measured</source>
        <translation>Mapas medidos</translation>
    </message>
    <message>
        <source>The map that is measured</source>
        <translation>El mapa que se mide</translation>
    </message>
    <message>
        <source>&amp;Measure this map</source>
        <translation>&amp;Medir este mapa</translation>
    </message>
    <message>
        <source>&amp;Colour by preservation</source>
        <translation>&amp;Colorear por conservación</translation>
    </message>
    <message>
        <source>Colour each image by the share of its neighbours that the map keeps</source>
        <translation>Colorear cada imagen por la proporción de sus vecinos que el mapa conserva</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Other seeds to compare</source>
        <translation>Otras semillas que comparar</translation>
    </message>
    <message>
        <source>Make the map again with so many other seeds and compare</source>
        <translation>Rehacer el mapa con otras tantas semillas y comparar</translation>
    </message>
    <message>
        <source>Other &amp;seeds</source>
        <translation>Otras &amp;semillas</translation>
    </message>
    <message>
        <source>The map is still being computed; it can be measured when it is done.</source>
        <translation>El mapa aún se está calculando; se puede medir cuando esté hecho.</translation>
    </message>
    <message>
        <source>A map is measured here once there is one.</source>
        <translation>Aquí se mide un mapa cuando lo haya.</translation>
    </message>
    <message>
        <source>Not measured yet. Measuring compares the map with the features it was made from, over all pairs of images: which neighbours are real, which are lost, and how each image fares.</source>
        <translation>Aún sin medir. La medición compara el mapa con las características de las que se hizo, sobre todos los pares de imágenes: qué vecinos son reales, cuáles se pierden y cómo le va a cada imagen.</translation>
    </message>
    <message>
        <source>%1 · %2 images · shares at k = %3</source>
        <translation>%1 · %2 imágenes · proporciones con k = %3</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>semilla %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
</context>
<context>
    <name>facespace::MapView</name>
    <message>
        <source>No map yet. Make one with Analyse ▸ Make map…</source>
        <translation>Aún no hay mapa. Haga uno con Analizar ▸ Calcular un mapa…</translation>
    </message>
    <message>
        <source>Map of all images</source>
        <translation>Mapa de todas las imágenes</translation>
    </message>
    <message>
        <source>Every image is a point. The table shows the same images as text.</source>
        <translation>Cada imagen es un punto. La tabla muestra las mismas imágenes como texto.</translation>
    </message>
    <message>
        <source>%1 images, none of them on a map yet</source>
        <translation>%1 imágenes, ninguna en un mapa todavía</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 de %2 imágenes</translation>
    </message>
    <message>
        <source> · %1 pass the filter</source>
        <translation> · %1 pasan el filtro</translation>
    </message>
    <message>
        <source> · %1 drawn while the view moves</source>
        <translation> · %1 dibujadas mientras la vista se mueve</translation>
    </message>
    <message>
        <source> · %1 selected</source>
        <translation> · %1 en la selección</translation>
    </message>
</context>
<context>
    <name>facespace::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>facespace::NetworkDialog</name>
    <message>
        <source>What the network is</source>
        <translation>Qué es la red</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>What the trial says</source>
        <translation>Qué dice la prueba</translation>
    </message>
    <message>
        <source>A network without descriptor</source>
        <translation>Una red sin descriptor</translation>
    </message>
    <message>
        <source>How it is fed</source>
        <translation>Cómo se alimenta</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>How the network is fed</source>
        <translation>Cómo se alimenta la red</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Use it so</source>
        <translation>Usarla así</translation>
    </message>
    <message>
        <source>Looking at “%1”…</source>
        <translation>Examinando «%1»…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 características</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>licencia %1</translation>
    </message>
    <message>
        <source>%1 (as guessed)</source>
        <translation>%1 (según la suposición)</translation>
    </message>
    <message>
        <source>Trying each way on images of the project…</source>
        <translation>Probando cada forma con imágenes del proyecto…</translation>
    </message>
    <message>
        <source>Tried on %1 images of %2 identities:</source>
        <translation>Probada con %1 imágenes de %2 identidades:</translation>
    </message>
    <message>
        <source>AUC %1, 95 % interval %2 to %3</source>
        <translation>AUC %1, intervalo del 95 % de %2 a %3</translation>
    </message>
    <message>
        <source>as guessed is the best of these.</source>
        <translation>según la suposición es la mejor de estas.</translation>
    </message>
    <message>
        <source>“%1” does better than as guessed (%2).</source>
        <translation>«%1» resulta mejor que la suposición (%2).</translation>
    </message>
    <message>
        <source>these images do not tell “%1” from as guessed (%2).</source>
        <translation>estas imágenes no distinguen «%1» de la suposición (%2).</translation>
    </message>
</context>
<context>
    <name>facespace::NetworkQuestionDialog</name>
    <message>
        <source>Run this network?</source>
        <translation>¿Ejecutar esta red?</translation>
    </message>
    <message>
        <source>“%1” has not run on this machine before.</source>
        <translation>«%1» no se ha ejecutado nunca en este equipo.</translation>
    </message>
    <message>
        <source>A network is a program. To run it means to run what its maker has written into the file. FaceSpace runs it apart, but say yes only if you know where it comes from. The answer holds for exactly this file, on this machine, for every project.</source>
        <translation>Una red es un programa. Ejecutarla significa ejecutar lo que su autor ha escrito en el archivo. FaceSpace la ejecuta aparte, pero diga que sí solo si sabe de dónde viene. La respuesta vale para exactamente este archivo, en este equipo y en todos los proyectos.</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 bytes)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ejecutarla</translation>
    </message>
</context>
<context>
    <name>facespace::OptionPopup</name>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
</context>
<context>
    <name>facespace::PageRail</name>
    <message>
        <source>Names of the pages</source>
        <translation>Nombres de las páginas</translation>
    </message>
</context>
<context>
    <name>facespace::PlotLegend</name>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
</context>
<context>
    <name>facespace::PredictionPage</name>
    <message>
        <source>What is predicted</source>
        <translation>Lo que se predice</translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation>&amp;Predecir</translation>
    </message>
    <message>
        <source>Predictions of all networks</source>
        <translation>Predicciones de todas las redes</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Todas las redes</translation>
    </message>
    <message>
        <source>New identities: none of a fold&apos;s images were fitted to (95 % intervals, identities resampled). Random images leak identity and neighbouring video frames.</source>
        <translation>Identidades nuevas: ninguna imagen de una partición se usó en el ajuste (intervalos del 95 %, identidades remuestreadas). Las imágenes al azar filtran la identidad y los fotogramas vecinos.</translation>
    </message>
    <message>
        <source>Pose and media type</source>
        <translation>Pose y tipo de medio</translation>
    </message>
    <message>
        <source>Predicting from features</source>
        <translation>Prediciendo a partir de las características</translation>
    </message>
    <message>
        <source> (labels from landmarks)</source>
        <translation> (etiquetas a partir de los puntos de referencia)</translation>
    </message>
    <message>
        <source>%1
labelled %2, predicted %3</source>
        <translation>%1
etiqueta %2, predicción %3</translation>
    </message>
</context>
<context>
    <name>facespace::ProbeControls</name>
    <message>
        <source>Rotation</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Turns the face about the middle of the network&apos;s input, as if its landmarks were off</source>
        <translation>Gira la cara alrededor del centro de la entrada de la red, como si sus puntos de referencia estuvieran desviados</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Oclusión</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The share of the face under a grey cover</source>
        <translation>La parte de la cara bajo una cubierta gris</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposición</translation>
    </message>
    <message>
        <source> stops</source>
        <translation> pasos</translation>
    </message>
    <message>
        <source>One stop less is half the light</source>
        <translation>Un paso menos es la mitad de la luz</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desenfoque</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>σ of a Gaussian, in pixels of the network&apos;s input</source>
        <translation>σ de una gaussiana, en píxeles de la entrada de la red</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>As if the face had been so small in the image: shrunk and enlarged again</source>
        <translation>Como si la cara hubiera sido así de pequeña en la imagen: reducida y ampliada de nuevo</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>100 − the quality of a JPEG; 0 is none</source>
        <translation>100 − la calidad de un JPEG; 0 es ninguna</translation>
    </message>
    <message>
        <source>from below</source>
        <translation>desde abajo</translation>
    </message>
    <message>
        <source>from above</source>
        <translation>desde arriba</translation>
    </message>
    <message>
        <source>from the left</source>
        <translation>desde la izquierda</translation>
    </message>
    <message>
        <source>from the right</source>
        <translation>desde la derecha</translation>
    </message>
    <message>
        <source>Side from which the cover comes</source>
        <translation>Lado desde el que llega la cubierta</translation>
    </message>
    <message>
        <source>%1, exact</source>
        <translation>%1, exacto</translation>
    </message>
    <message>
        <source>Leave this as it is in the image</source>
        <translation>Dejarlo como está en la imagen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Restablecer %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>facespace::ProbeEngine</name>
    <message>
        <source>Probing</source>
        <translation>Sondeando</translation>
    </message>
</context>
<context>
    <name>facespace::ProbePage</name>
    <message>
        <source>Move a slider.</source>
        <translation>Mueva un control.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Along a slider</source>
        <translation>A lo largo de un control</translation>
    </message>
    <message>
        <source>Make it worse</source>
        <translation>Degradar la imagen</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>The image as it is, and its point back where it belongs</source>
        <translation>La imagen como es, y su punto de vuelta en su sitio</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>como es</translation>
    </message>
    <message>
        <source>made worse</source>
        <translation>empeorada</translation>
    </message>
    <message>
        <source>What becomes of a face as its image is made worse appears here. Open images or a project.</source>
        <translation>Lo que resulta de una cara al empeorar su imagen aparece aquí. Abra imágenes o un proyecto.</translation>
    </message>
    <message>
        <source>What becomes of a face as its image is made worse appears here once a network has extracted features.</source>
        <translation>Lo que resulta de una cara al empeorar su imagen aparece aquí cuando una red haya extraído características.</translation>
    </message>
    <message>
        <source>Click an image on the map or in the gallery, and make it worse here.</source>
        <translation>Haga clic en una imagen del mapa o de la galería y empeórela aquí.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The network is being started…</source>
        <translation>Se está iniciando la red…</translation>
    </message>
    <message>
        <source>A probe runs the network “%1”, which was not allowed on this machine. Come back to this page to be asked again.</source>
        <translation>Una prueba ejecuta la red «%1», que no se permitió en este equipo. Vuelva a esta página para que se le pregunte de nuevo.</translation>
    </message>
</context>
<context>
    <name>facespace::ProbeReadout</name>
    <message>
        <source>Nearest now</source>
        <translation>Más próximas ahora</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>guardada</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Distance from the origin</source>
        <translation>Distancia al origen</translation>
    </message>
    <message>
        <source>Percentile of the distance</source>
        <translation>Percentil de la distancia</translation>
    </message>
    <message>
        <source>Cosine to the stored feature</source>
        <translation>Coseno con la característica guardada</translation>
    </message>
    <message>
        <source>Yaw, predicted</source>
        <translation>Guiñada predicha</translation>
    </message>
    <message>
        <source>Pitch, predicted</source>
        <translation>Cabeceo predicho</translation>
    </message>
    <message>
        <source>Own identity nearby</source>
        <translation>Misma identidad cerca</translation>
    </message>
    <message>
        <source>Rank of the own identity</source>
        <translation>Rango de la misma identidad</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>As in the Inspector: predicted by a fit that saw no image of this person.</source>
        <translation>Como en el Inspector: predicho por un ajuste que no vio ninguna imagen de esta persona.</translation>
    </message>
    <message>
        <source>This network&apos;s features have unit length: their distance from the origin says nothing.</source>
        <translation>Las características de esta red tienen longitud unitaria: su distancia al origen no dice nada.</translation>
    </message>
    <message>
        <source>%1 · cosine %2</source>
        <translation>%1 · coseno %2</translation>
    </message>
</context>
<context>
    <name>facespace::ProjectReader</name>
    <message>
        <source>Reading the project</source>
        <translation>Leyendo el proyecto</translation>
    </message>
</context>
<context>
    <name>facespace::QualityPage</name>
    <message>
        <source>Error versus discard</source>
        <translation>Error tras descartar</translation>
    </message>
    <message>
        <source>Finding the thresholds again…</source>
        <translation>Buscando de nuevo los umbrales…</translation>
    </message>
    <message>
        <source>Recomputing thresholds</source>
        <translation>Recalculando los umbrales</translation>
    </message>
    <message>
        <source>%1: FNMR %2 before; area to %3 %: %4 (stepwise), %5 (linear). Bands: 95 %, identities left out in turn. Drag to select what is discarded there.</source>
        <translation>%1: FNMR %2 antes; área hasta %3 %: %4 (escalonada), %5 (lineal). Bandas: 95 %, dejando fuera las identidades por turno. Arrastre para seleccionar lo que se descarta ahí.</translation>
    </message>
    <message>
        <source>Drag over a share to select the images that are discarded there.</source>
        <translation>Arrastre sobre una proporción para seleccionar las imágenes que se descartan allí.</translation>
    </message>
    <message>
        <source>No genuine pair is rejected at FMR %1: there is no error for discarding to lower.</source>
        <translation>Con una FMR de %1 no se rechaza ningún par genuino: no hay error que el descarte pueda reducir.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>FMR %1</source>
        <translation>FMR %1</translation>
    </message>
    <message>
        <source>Stepwise, to %1 % of the pairs; less is better. FNMR with none discarded: %2.</source>
        <translation>Escalonada, hasta el %1 % de los pares; menos es mejor. FNMR sin descartar ninguno: %2.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fijo</translation>
    </message>
    <message>
        <source>recomputed</source>
        <translation>recalculado</translation>
    </message>
    <message>
        <source>Of error versus discard. Recomputed: found again at every share discarded, on the pairs that are left</source>
        <translation>Del error tras descartar. Recalculado: se busca de nuevo en cada proporción descartada, con los pares que quedan</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Measure the images</source>
        <translation>Medir las imágenes</translation>
    </message>
    <message>
        <source>Sharpness, brightness, contrast and more, from the pixels of each face</source>
        <translation>Nitidez, brillo, contraste y más, a partir de los píxeles de cada cara</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Correlations with the distance</source>
        <translation>Correlaciones con la distancia</translation>
    </message>
    <message>
        <source>Rank correlation with the distance</source>
        <translation>Correlación de rangos con la distancia</translation>
    </message>
    <message>
        <source>Areas of error versus discard</source>
        <translation>Áreas del error tras descartar</translation>
    </message>
    <message>
        <source>False match rate</source>
        <translation>Tasa de falsas coincidencias</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Discard by</source>
        <translation>Descartar por</translation>
    </message>
    <message>
        <source>The measure that images are discarded by; its curve is drawn wider</source>
        <translation>La medida por la que se descartan imágenes; su curva se dibuja más gruesa</translation>
    </message>
    <message>
        <source>Faces by distance</source>
        <translation>Caras por distancia</translation>
    </message>
    <message>
        <source>From the origin outwards</source>
        <translation>Desde el origen hacia fuera</translation>
    </message>
    <message>
        <source>Computed after the correlations.</source>
        <translation>Se calcula después de las correlaciones.</translation>
    </message>
    <message>
        <source>Relating quality to distance</source>
        <translation>Relacionando la calidad con la distancia</translation>
    </message>
    <message>
        <source>The features of %1 have unit length: every image is at the same distance, so the distance says nothing of quality. Choose a network that returns raw features, or the cosine to the identity&apos;s centroid.</source>
        <translation>Las características de %1 tienen longitud unitaria: todas las imágenes están a la misma distancia, así que la distancia no dice nada de la calidad. Elija una red que devuelva características sin normalizar, o el coseno con el centroide de la identidad.</translation>
    </message>
    <message>
        <source>There is no quality measure: measure the images, or import a manifest with columns such as yaw, blur or a detector&apos;s score.</source>
        <translation>No hay ninguna medida de calidad: mida las imágenes o importe un manifiesto con columnas como guiñada, desenfoque o la puntuación de un detector.</translation>
    </message>
    <message>
        <source>%1 over distance</source>
        <translation>%1 según la distancia</translation>
    </message>
    <message>
        <source>95 % intervals, identities resampled. %1</source>
        <translation>Intervalos del 95 %, identidades remuestreadas. %1</translation>
    </message>
    <message>
        <source>Partial: %1 held fixed.</source>
        <translation>Parcial: con %1 fijo.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>From far from the centroid to near it</source>
        <translation>De lejos del centroide a cerca de él</translation>
    </message>
    <message>
        <source>From the mean outwards</source>
        <translation>Desde la media hacia fuera</translation>
    </message>
    <message>
        <source>Percentiles of %1. Click on a face, or on a heading for its column.</source>
        <translation>Percentiles de %1. Pulse una cara, o un encabezado para su columna.</translation>
    </message>
</context>
<context>
    <name>facespace::QuickFilter</name>
    <message>
        <source>Take this control away</source>
        <translation>Quitar este control</translation>
    </message>
    <message>
        <source>Take away the control of %1</source>
        <translation>Quitar el control de %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>facespace::RangeControl</name>
    <message>
        <source>%1 from</source>
        <translation>%1 desde</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 hasta</translation>
    </message>
    <message>
        <source>Range of %1</source>
        <translation>Rango de %1</translation>
    </message>
</context>
<context>
    <name>facespace::ReportDialog</name>
    <message>
        <source>Export a report</source>
        <translation>Exportar un informe</translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation>Carpeta del informe</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Todas las redes</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>todas las imágenes</translation>
    </message>
    <message>
        <source>Only images that this lets pass, as in the filter of the window: abs(yaw) &gt; 45</source>
        <translation>Solo las imágenes que esto deja pasar, como en el filtro de la ventana: abs(yaw) &gt; 45</translation>
    </message>
    <message>
        <source>Video, or a still</source>
        <translation>Vídeo, o una foto</translation>
    </message>
    <message>
        <source>Images of an identity with equal values of this column are one observation</source>
        <translation>Las imágenes de una identidad con el mismo valor en esta columna son una observación</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Parameters of a report (*.json)</source>
        <translation>Parámetros de un informe (*.json)</translation>
    </message>
    <message>
        <source>the usual ones</source>
        <translation>los habituales</translation>
    </message>
    <message>
        <source>The file parameters.json beside another report: its values of the analyses and grades are taken again</source>
        <translation>El archivo parameters.json junto a otro informe: se toman de nuevo sus valores de los análisis y sus grados</translation>
    </message>
    <message>
        <source>&amp;Small faces on the page</source>
        <translation>Cara&amp;s pequeñas en la página</translation>
    </message>
    <message>
        <source>&amp;Privacy: names and paths as numbers, faces blurred</source>
        <translation>&amp;Privacidad: nombres y rutas como números, caras difuminadas</translation>
    </message>
    <message>
        <source>&amp;Measure image quality where it is lacking, first</source>
        <translation>&amp;Medir antes la calidad de imagen donde falte</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Todos</translation>
    </message>
    <message>
        <source>Non&amp;e</source>
        <translation>&amp;Ninguno</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>Todos los capítulos</translation>
    </message>
    <message>
        <source>No chapter</source>
        <translation>Ningún capítulo</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>&amp;Chapters</source>
        <translation>Capít&amp;ulos</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Red</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Imágenes</translation>
    </message>
    <message>
        <source>Observed &amp;once</source>
        <translation>&amp;Observado una vez</translation>
    </message>
    <message>
        <source>Pa&amp;rameters</source>
        <translation>P&amp;arámetros</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Escribir el informe</translation>
    </message>
    <message>
        <source>“%1” cannot be read; check that the file exists.</source>
        <translation>«%1» no se puede leer; compruebe que el archivo existe.</translation>
    </message>
    <message>
        <source>Say in which folder the report is to be.</source>
        <translation>Diga en qué carpeta debe estar el informe.</translation>
    </message>
    <message>
        <source>“%1” is a file, not a folder.</source>
        <translation>«%1» es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>Tick a chapter at least.</source>
        <translation>Marque al menos un capítulo.</translation>
    </message>
    <message>
        <source>No image passes this filter.</source>
        <translation>Ninguna imagen pasa este filtro.</translation>
    </message>
    <message>
        <source>%1 of %2 images take part.</source>
        <translation>Participan %1 de %2 imágenes.</translation>
    </message>
    <message>
        <source>There is a report in this folder, which is written anew.</source>
        <translation>En esta carpeta hay un informe, que se escribe de nuevo.</translation>
    </message>
    <message>
        <source>The page report.html is complete in itself and made for the printer, in two columns; the tables are beside it.</source>
        <translation>La página report.html está completa en sí misma y hecha para la impresora, en dos columnas; las tablas están junto a ella.</translation>
    </message>
</context>
<context>
    <name>facespace::SafetyBox</name>
    <message>
        <source>Networks and tables</source>
        <translation>Redes y tablas</translation>
    </message>
    <message>
        <source>Half of this machine&apos;s, 4 to 64 GiB</source>
        <translation>La mitad de la de este equipo, de 4 a 64 GiB</translation>
    </message>
    <message>
        <source>Besides its weights; a network that wants more ends with a sentence. Not on a GPU.</source>
        <translation>Además de sus pesos; una red que pida más termina con un aviso. No rige en una GPU.</translation>
    </message>
    <message>
        <source>Memory that a network may take:</source>
        <translation>Memoria que una red puede tomar:</translation>
    </message>
    <message>
        <source>A network that does not come back with a batch of images is ended then.</source>
        <translation>Pasado ese tiempo se pone fin a una red que no devuelve un lote de imágenes.</translation>
    </message>
    <message>
        <source>Time that it has for a batch:</source>
        <translation>Tiempo que tiene para un lote:</translation>
    </message>
    <message>
        <source>Tables have an apostrophe before what a spreadsheet would run as a formula</source>
        <translation>Las tablas llevan un apóstrofo delante de lo que una hoja de cálculo ejecutaría como fórmula</translation>
    </message>
</context>
<context>
    <name>facespace::SelectionActions</name>
    <message>
        <source>&amp;Same identity</source>
        <translation>&amp;Misma identidad</translation>
    </message>
    <message>
        <source>&amp;Grow to neighbours</source>
        <translation>&amp;Ampliar a los vecinos</translation>
    </message>
    <message>
        <source>&amp;Keep selection as…</source>
        <translation>&amp;Guardar la selección como…</translation>
    </message>
    <message>
        <source>Kept &amp;selections</source>
        <translation>&amp;Selecciones guardadas</translation>
    </message>
    <message>
        <source>Finding neighbours</source>
        <translation>Buscando vecinos</translation>
    </message>
    <message>
        <source>Keep selection</source>
        <translation>Guardar la selección</translation>
    </message>
    <message>
        <source>Name of the selection. An old one of this name is replaced.</source>
        <translation>Nombre de la selección. Si ya hay una con este nombre, se reemplaza.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Shift adds, Ctrl removes</source>
        <translation>Mayús añade, Ctrl quita</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Olvidar</translation>
    </message>
</context>
<context>
    <name>facespace::SkippedModel</name>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Why it has no feature</source>
        <translation>Por qué no tiene característica</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
</context>
<context>
    <name>facespace::StatusLine</name>
    <message>
        <source>Progress of the job</source>
        <translation>Progreso de la tarea</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Cancelar la tarea</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Cancelando</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>No hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>%1 of %1 images</source>
        <translation>%1 de %1 imágenes</translation>
    </message>
    <message>
        <source>%1 · %2 selected</source>
        <translation>%1 · %2 en la selección</translation>
    </message>
</context>
<context>
    <name>facespace::SuspectsPage</name>
    <message>
        <source>same pixels</source>
        <translation>mismos píxeles</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>misma imagen</translation>
    </message>
    <message>
        <source>alike features</source>
        <translation>características parecidas</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Etiquetas erróneas</translation>
    </message>
    <message>
        <source>Two people under one name</source>
        <translation>Dos personas con un nombre</translation>
    </message>
    <message>
        <source>One person under two names</source>
        <translation>Una persona con dos nombres</translation>
    </message>
    <message>
        <source>The same picture twice</source>
        <translation>La misma imagen dos veces</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Lista</translation>
    </message>
    <message>
        <source>Suspected labels as faces</source>
        <translation>Etiquetas dudosas como caras</translation>
    </message>
    <message>
        <source>As faces</source>
        <translation>Como caras</translation>
    </message>
    <message>
        <source>Suspected labels</source>
        <translation>Etiquetas dudosas</translation>
    </message>
    <message>
        <source>Looking for wrong labels</source>
        <translation>Buscando etiquetas equivocadas</translation>
    </message>
    <message>
        <source>%1 of %2 images are nearer to another identity&apos;s centroid than to their own, taken without them.</source>
        <translation>%1 de %2 imágenes están más cerca del centroide de otra identidad que del suyo, calculado sin ellas.</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>Se enumeran las primeras %1.</translation>
    </message>
    <message>
        <source>%1 of %2 names have halves with a cosine below %3, which finds %4 % of planted mixtures of two names. Choosing one selects its smaller half.</source>
        <translation>%1 de %2 nombres tienen mitades con un coseno por debajo de %3, lo que halla el %4 % de las mezclas de dos nombres hechas a propósito. Al elegir uno se selecciona su mitad menor.</translation>
    </message>
    <message>
        <source>%1 pairs of names are each other&apos;s nearest with a cosine above %2. Choosing one selects all images of both.</source>
        <translation>%1 pares de nombres son cada uno el más cercano del otro, con un coseno por encima de %2. Al elegir uno se seleccionan todas las imágenes de ambos.</translation>
    </message>
    <message>
        <source>%1 pairs of images have the same pixels, are the same picture, or have alike features. Frames of one video are not compared with each other.</source>
        <translation>%1 pares de imágenes tienen los mismos píxeles, son la misma imagen o tienen características parecidas. Los fotogramas de un mismo vídeo no se comparan entre sí.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Cosine of halves</source>
        <translation>Coseno de las mitades</translation>
    </message>
    <message>
        <source>Images in one</source>
        <translation>Imágenes en una</translation>
    </message>
    <message>
        <source>in the other</source>
        <translation>en la otra</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Coseno</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>of the other</source>
        <translation>del otro</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>What is the same</source>
        <translation>Qué es igual</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Nearer to</source>
        <translation>Más próxima a</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>Cosine, own</source>
        <translation>Coseno, propia</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otras</translation>
    </message>
</context>
<context>
    <name>facespace::TriagePanel</name>
    <message>
        <source>Order of the walk</source>
        <translation>Orden del recorrido</translation>
    </message>
    <message>
        <source>Walk &amp;by</source>
        <translation>Recorrer &amp;por</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Los mayores primero</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Write the decisions as a list, or copy images</source>
        <translation>Escribir las decisiones como lista, o copiar imágenes</translation>
    </message>
    <message>
        <source>Decisions as a &amp;list (CSV)…</source>
        <translation>Decisiones como &amp;lista (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Copy kept images…</source>
        <translation>&amp;Copiar las imágenes conservadas…</translation>
    </message>
    <message>
        <source>Copy &amp;all that are not rejected…</source>
        <translation>Copiar &amp;todas las no rechazadas…</translation>
    </message>
    <message>
        <source>Copy &amp;rejected images…</source>
        <translation>Copiar las imágenes &amp;rechazadas…</translation>
    </message>
    <message>
        <source>Link &amp;kept images…</source>
        <translation>&amp;Enlazar las imágenes conservadas…</translation>
    </message>
    <message>
        <source>Link all that are &amp;not rejected…</source>
        <translation>Enlazar todas las &amp;no rechazadas…</translation>
    </message>
    <message>
        <source>Link re&amp;jected images…</source>
        <translation>Enlazar las i&amp;mágenes rechazadas…</translation>
    </message>
    <message>
        <source>Keep (K)</source>
        <translation>Conservar (K)</translation>
    </message>
    <message>
        <source>Keep this image and go on</source>
        <translation>Conservar esta imagen y seguir</translation>
    </message>
    <message>
        <source>Reject (X)</source>
        <translation>Rechazar (X)</translation>
    </message>
    <message>
        <source>Reject this image and go on</source>
        <translation>Rechazar esta imagen y seguir</translation>
    </message>
    <message>
        <source>Undecided (U)</source>
        <translation>Sin decidir (U)</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Retirar la decisión</translation>
    </message>
    <message>
        <source>Add or take away a tag (T)</source>
        <translation>Poner o quitar una marca (T)</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>Nota (N)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>→ next · ← back · K keep · X reject · U undecided · T tag · N note</source>
        <translation>→ siguiente · ← anterior · K conservar · X rechazar · U sin decidir · T marca · N nota</translation>
    </message>
    <message>
        <source>The image to decide on</source>
        <translation>La imagen sobre la que decidir</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Criba</translation>
    </message>
    <message>
        <source>import order</source>
        <translation>orden de importación</translation>
    </message>
    <message>
        <source>Walk through the images and decide which to keep. Open images or a project.</source>
        <translation>Recorra las imágenes y decida cuáles conservar. Abra imágenes o un proyecto.</translation>
    </message>
    <message>
        <source>No image passes the filter.</source>
        <translation>Ninguna imagen pasa el filtro.</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>ninguna imagen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>sin marcas</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Marcas: %1</translation>
    </message>
    <message>
        <source>%1 kept · %2 rejected</source>
        <translation>conservadas: %1 · rechazadas: %2</translation>
    </message>
</context>
<context>
    <name>facespace::VerificationPage</name>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Todos los pares</translation>
    </message>
    <message>
        <source>Protocol file…</source>
        <translation>Archivo de protocolo…</translation>
    </message>
    <message>
        <source>LFW&apos;s pairs.txt; or, with a column of templates among the parameters, pairs of templates</source>
        <translation>El pairs.txt de LFW; o, con una columna de plantillas entre los parámetros, pares de plantillas</translation>
    </message>
    <message>
        <source>Dragging selects</source>
        <translation>Al arrastrar se seleccionan</translation>
    </message>
    <message>
        <source>genuine pairs</source>
        <translation>pares genuinos</translation>
    </message>
    <message>
        <source>impostor pairs</source>
        <translation>pares de impostores</translation>
    </message>
    <message>
        <source>Images with the same value are one template: their features are pooled by the mean</source>
        <translation>Las imágenes con el mismo valor forman una plantilla: sus características se promedian</translation>
    </message>
    <message>
        <source>Images of one medium are pooled first, so that a video counts as much as a photograph</source>
        <translation>Las imágenes de un mismo medio se promedian primero, para que un vídeo cuente como una foto</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Media within a template</source>
        <translation>Medios dentro de una plantilla</translation>
    </message>
    <message>
        <source>None: images are compared</source>
        <translation>Ninguna: se comparan imágenes</translation>
    </message>
    <message>
        <source>The video</source>
        <translation>El vídeo</translation>
    </message>
    <message>
        <source>ROC and DET</source>
        <translation>ROC y DET</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Verification figures</source>
        <translation>Cifras de verificación</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Same identity, least alike</source>
        <translation>Misma identidad, menos parecidas</translation>
    </message>
    <message>
        <source>Different identities, most alike</source>
        <translation>Identidades distintas, más parecidas</translation>
    </message>
    <message>
        <source>Pairs to compare</source>
        <translation>Pares que comparar</translation>
    </message>
    <message>
        <source>Protocols (*.txt *.csv);;All files (*)</source>
        <translation>Protocolos (*.txt *.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Comparing pairs</source>
        <translation>Comparando pares</translation>
    </message>
    <message>
        <source>Drag over scores to select the images of their pairs.</source>
        <translation>Arrastre sobre las puntuaciones para seleccionar las imágenes de sus pares.</translation>
    </message>
    <message>
        <source>Drag over a region to select the images of its pairs.</source>
        <translation>Arrastre sobre una zona para seleccionar las imágenes de sus pares.</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Value (95 % interval)</source>
        <translation>Valor (intervalo del 95 %)</translation>
    </message>
    <message>
        <source>95 % intervals: identities are left out in turn on both sides of a pair, thresholds found again. 1 − FNMR at an FMR is also called TAR at a FAR.</source>
        <translation>Intervalos del 95 %: las identidades se dejan fuera por turno en ambos lados de un par y los umbrales se buscan de nuevo. 1 − FNMR a una FMR se llama también TAR a una FAR.</translation>
    </message>
    <message>
        <source>%1 pairs of the protocol are left out: an image or a template is not there or has no feature (%2 …).</source>
        <translation>Se omiten %1 pares del protocolo: falta una imagen o una plantilla, o no tiene característica (%2 …).</translation>
    </message>
    <message>
        <source>Looking for these pairs…</source>
        <translation>Buscando estos pares…</translation>
    </message>
    <message>
        <source>Looking for pairs</source>
        <translation>Buscando pares</translation>
    </message>
    <message>
        <source>genuine</source>
        <translation>genuinos</translation>
    </message>
    <message>
        <source>impostor</source>
        <translation>impostores</translation>
    </message>
    <message>
        <source>the most extreme </source>
        <translation>los más extremos </translation>
    </message>
    <message>
        <source>%1%2 %3 pairs of %4 images in this range.</source>
        <translation>%1%2 %3 pares de %4 imágenes en este rango.</translation>
    </message>
</context>
<context>
    <name>facespace::ViewKeeper</name>
    <message>
        <source>&amp;Keep this view as…</source>
        <translation>&amp;Guardar esta vista como…</translation>
    </message>
    <message>
        <source>Kept &amp;views</source>
        <translation>Vis&amp;tas guardadas</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>Name of the view: map, camera, colouring, filter and selection. An old one is replaced.</source>
        <translation>Nombre de la vista: mapa, cámara, coloración, filtro y selección. Si ya existe, se reemplaza.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Olvidar</translation>
    </message>
</context>
<context>
    <name>facespace::ViewPage</name>
    <message>
        <source>Identities by features</source>
        <translation>Identidades por características</translation>
    </message>
    <message>
        <source>Does it belong to identities or to features?</source>
        <translation>¿Es cosa de las identidades o de las características?</translation>
    </message>
    <message>
        <source>Figures of view dependence</source>
        <translation>Cifras de dependencia de la vista</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Testing views</source>
        <translation>Probando las vistas</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Value (95 % interval)</source>
        <translation>Valor (intervalo del 95 %)</translation>
    </message>
    <message>
        <source>Not tested: there is one identity, or no resamples.</source>
        <translation>Sin prueba: hay una sola identidad, o ningún remuestreo.</translation>
    </message>
    <message>
        <source>Identities differ more than features.</source>
        <translation>Las identidades difieren más que las características.</translation>
    </message>
    <message>
        <source>Features differ more than identities.</source>
        <translation>Las características difieren más que las identidades.</translation>
    </message>
    <message>
        <source>Cannot tell.</source>
        <translation>No se puede decir.</translation>
    </message>
    <message>
        <source>Hover for the values of a cell; click on a row to select the identity.</source>
        <translation>Apunte a una celda para ver sus valores; pulse una fila: su identidad.</translation>
    </message>
    <message>
        <source>%1 · %2 frontal, %3 profile images · %4 % of features significant</source>
        <translation>%1 · %2 imágenes frontales, %3 de perfil · %4 % de las características significativas</translation>
    </message>
    <message>
        <source>%1 · feature %2 · t = %3 (df %4) · adjusted p = %5 · g = %6</source>
        <translation>%1 · característica %2 · t = %3 (gl %4) · p ajustada = %5 · g = %6</translation>
    </message>
</context>
<context>
    <name>facespace::VtkView</name>
    <message>
        <source>This view needs OpenGL 3.2 or later, which this screen does not offer. Install the system&apos;s graphics drivers; software rendering (Mesa) will do.</source>
        <translation>Esta vista necesita OpenGL 3.2 o posterior, que esta pantalla no ofrece. Instale los controladores gráficos del sistema; también sirve el dibujo por software (Mesa).</translation>
    </message>
</context>
<context>
    <name>facespace::WelcomePage</name>
    <message>
        <source>See what a face-recognition network codes</source>
        <translation>Vea qué codifica una red de reconocimiento facial</translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder per person, or a manifest (CSV) that lists images and identities. Then choose a network: its features become a map of the faces.</source>
        <translation>Abra una carpeta con una subcarpeta por persona, o un manifiesto (CSV) que enumere imágenes e identidades. Después elija una red: sus características se convierten en un mapa de las caras.</translation>
    </message>
    <message>
        <source>Open &amp;images…</source>
        <translation>Abrir &amp;imágenes…</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>Abrir &amp;proyecto…</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Probar la &amp;demostración</translation>
    </message>
    <message>
        <source>No images at hand? The demo renders 6,000 faces of 125 people, whose pose, light and blur are known, and runs the two networks that come with FaceSpace over them.</source>
        <translation>¿No tiene imágenes a mano? La demostración genera 6,000 caras de 125 personas, cuya pose, luz y desenfoque se conocen, y les aplica las dos redes que vienen con FaceSpace.</translation>
    </message>
    <message>
        <source>You can also drop a folder, a manifest or a project on this window.</source>
        <translation>También puede soltar en esta ventana una carpeta, un manifiesto o un proyecto.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
</context>
<context>
    <name>facespace::WindowBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>%1 · %2-d</source>
        <translation>%1 · %2-d</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguno</translation>
    </message>
</context>
<context>
    <name>facespace::Workspace</name>
    <message>
        <source>%1, radial: the radius is the distance from the origin</source>
        <translation>%1, radial: el radio es la distancia al origen</translation>
    </message>
</context>
</TS>
